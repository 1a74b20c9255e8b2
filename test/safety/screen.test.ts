import { sentences } from '../../src/language/sentences';
import { screen, soundsPrecipitated } from '../../src/safety/screen';
import { realContent } from '../support/real-content';

const { signs, reader, wordReader: alone } = realContent();
/** A model that is sure of the contrary. */
const harmless = { danger: () => ({ whole: 0, highest: 0, texts: 1, category: '' }), topics: () => [{ id: 'detox-length', score: 1 }] };

/** Plain statements: found by pattern whatever a model says. */
const plain = [
  ['he is not breathing', 'overdose'],
  ['she wont wake up', 'overdose'],
  ['I think my son is overdosing', 'overdose'],
  ['i overdosed last night', 'overdose'],
  ['no respira', 'overdose'],
  ['mi hijo no despierta', 'overdose'],
  ['i want to die', 'suicide'],
  ['im gonna kill myself', 'suicide'],
  ['I am suicidal', 'suicide'],
  ['me quiero morir', 'suicide'],
  ['ya no quiero vivir', 'suicide'],
  ['im having a seizure', 'medical'],
  ['he has chest pain right now', 'medical'],
  ['tengo dolor de pecho', 'medical'],
  ['he is hitting me right now', 'violence'],
  ['he has a gun', 'violence'],
] as const;

test.each(plain)('"%s" is an emergency (%s) by patterns alone', (text, category) => {
  expect(screen(alone.read(text), signs)).toMatchObject({ tier: 'emergency', category });
});

test.each([
  ...plain,
  ['i am suicidal', 'suicide'],
  ['suicidal', 'suicide'],
  ['im suicidal and broke, whats your address', 'suicide'],
] as const)('"%s" is an emergency (%s) with the model too, whatever that says', (text, category) => {
  expect(screen(reader.read(text), signs)).toMatchObject({ tier: 'emergency', category });
});

test.each(plain)('"%s" is an emergency even where the model is sure of the contrary', (text) => {
  expect(screen({ sentences: sentences(text), ...harmless }, signs)?.tier).toBe('emergency');
});

test('a likely sign is an emergency by itself, and a check where the model is sure of the contrary', () => {
  const words = sentences('my dad quit breathing in his sleep');
  expect(screen({ sentences: words, danger: () => null, topics: () => [] }, signs)?.tier).toBe('emergency');
  expect(screen({ sentences: words, ...harmless }, signs)?.tier).toBe('check');
});

test.each(['wanna end it', 'cousin overdosed', 'hes grey'])(
  '"%s", which is all that is said, is an emergency whatever the model says',
  (text) => {
    expect(screen({ sentences: sentences(text), ...harmless }, signs)?.tier).toBe('emergency');
  },
);

test.each(['cousinoverdosed', 'please. wanna end it'])('"%s" is as bare, glued or in two sentences', (text) => {
  expect(screen({ sentences: reader.read(text).sentences, ...harmless }, signs)?.tier).toBe('emergency');
});

test('a model that gives no number counts as no model', () => {
  const broken = { danger: () => ({ whole: Number.NaN, highest: 0, texts: 1, category: '' }), topics: () => [] };
  expect(screen({ sentences: sentences('my dad quit breathing in his sleep'), ...broken }, signs)?.tier).toBe('emergency');
});

test.each(['Possible overdose', 'there is an overdose', 'posible sobredosis', 'hay una sobredosis'])(
  '"%s", the words of a button, is an emergency where they are typed, and a question about it is not',
  (text) => {
    expect(screen(reader.read(text), signs)).toMatchObject({ tier: 'emergency', category: 'overdose' });
    for (const question of ['what are the signs of a possible overdose', 'i had a possible overdose last year'])
      expect(screen(reader.read(question), signs)?.tier).toBe('check');
  },
);

test('a likely sign that no guard speaks of is asked about as what may be going on, not as the past', () => {
  const words = sentences('my brother overdosed years ago. my dad quit breathing in his sleep');
  expect(screen({ sentences: words, ...harmless }, signs)).toMatchObject({ tier: 'check', guarded: false });
});

test('what the open question is sure of as its answer is asked about at most, unless a sign is found or the model is sure of danger', () => {
  const suspicious = (whole: number) => ({ danger: () => ({ whole, highest: whole, texts: 1, category: 'suicide' }), topics: () => [] });
  const tierOf = (text: string, whole: number, answered: number) =>
    screen({ sentences: sentences(text), ...suspicious(whole) }, signs, () => answered)?.tier;
  expect(tierOf('whatever they bring me', 0.3, 0)).toBe('emergency');
  expect(tierOf('whatever they bring me', 0.3, 0.95)).toBe('check');
  expect(tierOf('whatever they bring me', 0.99, 0.95)).toBe('emergency');
  expect(tierOf('i want to die', 0.3, 0.95)).toBe('emergency');
  expect(tierOf('no one would care i give up', 0.4, 0.95)).toBe('emergency');
});

const disguises: readonly (readonly [name: string, disguise: (text: string) => string])[] = [
  ['in capitals', (text) => text.toUpperCase()],
  ['with emoji around it', (text) => `😭😭 ${text} 🙏`],
  ['with stretched letters', (text) => text.replace(/[aeiou](?=[^aeiou]*$)/, (letter) => letter.repeat(6))],
  ['with zero-width characters', (text) => [...text].join('\u200b')],
  ['with Cyrillic look-alikes', (text) => text.replace(/e/g, 'е').replace(/o/g, 'о')],
  ['after a long harmless story', (text) => `${'We went to the store and came home and watched tv. '.repeat(40)}${text}`],
  ['before a long harmless story', (text) => `${text}. ${'We went to the store and came home and watched tv. '.repeat(40)}`],
];

describe.each(disguises)('a plain statement %s', (_name, disguise) => {
  test.each(plain)('"%s" is still an emergency', (text) => {
    expect(screen(alone.read(disguise(text)), signs)?.tier).toBe('emergency');
  });
});

test.each([
  'im dying for a smoke',
  'i want to quit heroin',
  'how long does detox take',
  'what is withdrawal like',
  'cuanto dura la desintoxicacion',
  'do you take insurance',
  'my husband needs help with pills',
])('"%s" is no emergency', (text) => {
  expect(screen(reader.read(text), signs)?.tier).not.toBe('emergency');
});

test('a guard lowers what it speaks of to a check and silences nothing', () => {
  expect(screen(alone.read('i overdosed years ago'), signs)?.tier).toBe('check');
  expect(screen(alone.read('my brother overdosed years ago and i want to die'), signs)).toMatchObject({
    tier: 'emergency',
    category: 'suicide',
  });
});

test('of two dangers the higher one comes first and the other is kept', () => {
  const danger = screen(alone.read('she is not breathing. I want to die.'), signs);
  expect(danger).toMatchObject({ tier: 'emergency', category: 'overdose' });
  expect(danger?.others).toContain('suicide');
});

test('a model that fails does not silence the patterns', () => {
  const broken = () => {
    throw new Error('the model is broken');
  };
  expect(screen({ sentences: sentences('he is not breathing'), danger: broken, topics: broken }, signs)?.tier).toBe('emergency');
});

test('a medicine that made somebody very sick is noticed', () => {
  expect(soundsPrecipitated({ sentences: sentences('i took suboxone and got way worse') }, signs)).toBe(true);
});

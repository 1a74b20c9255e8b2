import { type ChoiceScores, matchExactly, matchLoosely } from '../../src/dialogs/match-choice';
import type { Question } from '../../src/dialogs/schema';
import { words } from '../../src/language/words';
import { builtScript } from './script';

const { data, reader } = builtScript();
const { questions } = data;

function question(id: string): Question {
  const found = questions[id];
  if (found === undefined) throw new Error(`no question "${id}"`);
  return found;
}

/** A model that is this sure of the given choices for the given words and knows nothing else. */
const scoring =
  (known: Readonly<Record<string, readonly [id: string, score: number]>>): ChoiceScores =>
  (_, said) => {
    const score = known[said.join(' ')];
    return score === undefined ? [] : [{ id: score[0], score: score[1] }];
  };
const knowing = scoring({
  'a bad heart': ['serious', 0.9],
  'bun in the oven': ['pregnant', 0.65],
  'nothing like it': ['none', 0.9],
  'all sorts': ['serious', 0.4],
  'a nice day': ['other', 0.99],
});
const exactly = (id: string, text: string) => matchExactly(question(id), words(text));
const loosely = (id: string, text: string, scores = knowing) => matchLoosely(id, question(id), words(text), scores);
const choices = (...ids: string[]) => ({ kind: 'choices', choices: ids });

describe('an exact answer', () => {
  test.each([
    ['substance', '2', ['fentanyl']],
    ['substance', 'the second one', ['fentanyl']],
    ['substance', 'el dos', ['fentanyl']],
    ['substance', 'FENTANYL!', ['fentanyl']],
    ['substance', 'Heroína', ['heroin']],
    ['substance', 'smack', ['heroin']],
    ['last-use', 'Stopped 4+ days ago', ['four-plus']],
    ['last-use', 'stopped in the last 3 days, and feeling sick', ['sick']],
    ['who', 'I am under 18', ['under-18']],
    ['health', '1 and 3', ['pregnant', 'seizure']],
    ['health', '3, 1', ['pregnant', 'seizure']],
    ['health', '7', ['none']],
    ['health', 'Pregnant, or may be', ['pregnant']],
    ['home', 'Seguro, con apoyo', ['safe']],
  ])('at %s "%s" is %j', (id, text, expected) => {
    expect(exactly(id, text)).toEqual(choices(...expected));
  });

  test.each(Object.keys(questions))('at %s every label and wording is its choice in both languages', (id) => {
    for (const [choice, { label, say }] of Object.entries(question(id).choices))
      for (const said of [label.en, label.es, say.en, say.es]) expect({ said, ...exactly(id, said) }).toEqual({ said, ...choices(choice) });
  });

  test.each(Object.keys(questions))('at %s the number of every choice is that choice', (id) => {
    for (const [at, choice] of Object.keys(question(id).choices).entries()) expect(exactly(id, String(at + 1))).toEqual(choices(choice));
  });

  test.each(['9', '0', '1 9', '42'])('at health "%s" is a number that is not on the list', (text) => {
    expect(exactly('health', text)).toEqual({ kind: 'bad-number' });
  });

  test.each(['1 7', '8 and 2', '7 8'])('at health "%s" contradicts itself', (text) => {
    expect(exactly('health', text)).toEqual({ kind: 'contradiction' });
  });

  test.each([
    ['last-use', '2 days'],
    ['last-use', '4 or 5'],
    ['substance', '1 2'],
    ['substance', 'purple rain'],
    ['substance', ''],
  ])('at %s "%s" is none', (id, text) => {
    expect(exactly(id, text)).toEqual({ kind: 'none' });
  });

  test('an age is not a number of the list: "I\'m 17" is under 18 at the first question', () => {
    expect(exactly('who', "I'm 17")).toEqual(choices('under-18'));
    expect(exactly('substance', "I'm 17")).toEqual({ kind: 'none' });
  });

  test('"no one" at the question on safety is no overdose', () => {
    expect(exactly('safety', 'no one')).not.toEqual(choices('overdose'));
  });
});

describe('an answer in own words', () => {
  test('is taken where the model is sure', () => {
    expect(loosely('health', 'a bad heart')).toEqual(choices('serious'));
    expect(loosely('health', 'bun in the oven')).toEqual(choices('pregnant'));
  });

  test('is none where the model is not sure, or sure of something else', () => {
    expect(loosely('health', 'all sorts')).toEqual({ kind: 'none' });
    expect(loosely('health', 'a nice day')).toEqual({ kind: 'none' });
    expect(loosely('health', 'who knows what', () => [])).toEqual({ kind: 'none' });
  });

  test.each([
    ['a bad heart and pregnant', ['pregnant', 'serious']],
    ['pregnant y a bad heart', ['pregnant', 'serious']],
    ['a bad heart and a bad heart', ['serious']],
    ['a bad heart and 1 also 4', ['pregnant', 'serious', 'overdose']],
  ])('with several parts "%s" gives each of them once, in the order of the list', (text, expected) => {
    expect(loosely('health', text)).toEqual(choices(...expected));
  });

  test('with "none" beside something else contradicts itself', () => {
    expect(loosely('health', 'nothing like it and pregnant')).toEqual({ kind: 'contradiction' });
    expect(loosely('health', 'a bad heart and not sure')).toEqual({ kind: 'contradiction' });
  });

  test('is not split where one part is not understood', () => {
    expect(loosely('health', 'pregnant and a nice day')).toEqual({ kind: 'none' });
  });

  test('is not split at a question with one answer', () => {
    expect(loosely('substance', 'heroin and fentanyl')).toEqual({ kind: 'none' });
  });

  test('loses none of several numbers', () => {
    expect(loosely('health', '1 3')).toEqual(choices('pregnant', 'seizure'));
  });
});

describe('what is denied is no answer', () => {
  const match = (id: string, text: string) => {
    const reading = reader.read(text);
    return matchLoosely(id, question(id), reading.words, reading.answer).kind;
  };

  test.each([
    ['health', 'i am not pregnant'],
    ['health', 'never overdosed'],
    ['health', 'no seizures'],
    ['health', 'no estoy embarazada'],
    ['mood', 'not suicidal'],
  ])('at %s, "%s" asks again', (id, text) => {
    expect(match(id, text)).toBe('denied');
  });

  test.each([
    ['home', 'no place to stay'],
    ['safety', 'not safe'],
    ['health', 'none'],
  ])('at %s, "%s" is an answer all the same', (id, text) => {
    expect(match(id, text)).toBe('choices');
  });
});

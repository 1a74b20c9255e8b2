import { writeModel } from '../../src/content/model-file';
import { createReader } from '../../src/understanding/reader';
import { trainAnswers, trainDanger, trainTopics } from '../../src/understanding/train-model';
import { realContent } from '../support/real-content';

const { reader } = realContent();

test.each([
  ['how long does detox take', 'detox-length'],
  ['what is iop', 'iop-overview'],
  ['do you run an iop yourselves', 'center-placement'],
  ['how much does it cost', 'paying-for-care'],
  ['cuanto cuesta', 'paying-for-care'],
  ['is NA religious', 'twelve-step-religion'],
  ['que es la metadona', 'methadone'],
  ['am i talking to a real person', 'about-bot'],
])('"%s" is a question on %s', (text, topic) => {
  expect(reader.read(text).topics()[0]?.id).toBe(topic);
});

test.each([
  ['donde encuentro ayuda para mi hijo', 'es'],
  ['where can i get help for my son', 'en'],
  ['narcan', null],
  ['2', null],
] as const)('the language of "%s" is %s', (text, language) => {
  expect(reader.read(text).language).toBe(language);
});

test('without a model a message is still read in words', () => {
  const reading = createReader(null, (words) => words).read("I can't wake him!! Help");
  expect(reading.sentences).toEqual([['i', 'cant', 'wake', 'him'], ['help']]);
  expect(reading.topics()).toEqual([]);
  expect(reading.danger()).toBeNull();
});

test('the same phrases give the same model, byte for byte', () => {
  const phrases = {
    topics: { one: ['what is detox', 'detox meaning'], two: ['how much is it', 'price'] },
    outOfScope: { smalltalk: ['hello there', 'nice weather'] },
    danger: { overdose: ['not breathing', 'wont wake up'], none: ['i am fine', 'just asking'] },
    answers: { who: { me: ['me', 'myself'], someone: ['my son'] } },
    harmlessAnswers: ['me', 'my son'],
  };
  const train = () => writeModel({ topics: trainTopics(phrases), danger: trainDanger(phrases), answers: trainAnswers(phrases) }, 'key');
  expect(train().equals(train())).toBe(true);
});

test('10,000 characters without a space are read in well under a second', () => {
  const before = performance.now();
  reader.read('a1'.repeat(5000)).danger();
  reader.read('no '.repeat(4000)).danger();
  expect(performance.now() - before).toBeLessThan(1000);
});

import { afterCorrection } from '../../src/dialogs/after-correction';

test.each([
  ['heroin no wait pills', 'pills'],
  ['2 days no sorry 2 weeks', '2 weeks'],
  ['para mi hermano digo no la verdad es pa mi', 'la verdad es pa mi'],
  ['yes no wait no i mean yes', 'yes'],
  ['i used heroin', 'i used heroin'],
  ['no actually', 'no actually'],
])('of "%s" the last word counts: "%s"', (said, meant) => {
  expect(afterCorrection(said.split(' ')).join(' ')).toBe(meant);
});

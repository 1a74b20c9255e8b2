import { words as wordsOf } from '../language/words';
import { namedNumbers, readNumbers } from './read-numbers';
import type { Question } from './schema';

/** What a typed answer came to at one question. */
export type ChoiceMatch =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  /** A number that is not on the list. */
  | { readonly kind: 'bad-number' }
  /** A choice was named and denied: "i am not pregnant". */
  | { readonly kind: 'denied' }
  /** "None" or "not sure" together with something else. */
  | { readonly kind: 'contradiction' }
  | { readonly kind: 'none' };

/** What a model thinks of words at a question: choice ids with probabilities, best first, among them what is no choice. */
export type ChoiceScores = (question: string, words: readonly string[]) => readonly { readonly id: string; readonly score: number }[];

/** From this probability on a sentence is taken as the answer. */
const sure = 0.5;
/** Where two choices may be meant, each from this probability on; together they have to be `surelyTwo`. A third makes it a guess. */
const together = 0.12;
const surelyTwo = 0.85;
/** From this probability on a choice is meant, whatever denial stands beside it. */
const certain = 0.75;
/** An answer of so few words that holds a denial says nothing else: "not pregnant". */
const barestDenial = 3;
/** A longer answer that holds a denial says more than the denial. */
const mostDenyingWords = 5;

const variants = new WeakMap<Question, ReadonlyMap<string, readonly string[]>>();

/** All labels, wordings and variants of a question's choices in both languages, folded -> the choices it means ("seizures" is two of them). */
function variantsOf(question: Question): ReadonlyMap<string, readonly string[]> {
  const known = variants.get(question);
  if (known) return known;
  const made = new Map<string, readonly string[]>();
  for (const [id, choice] of Object.entries(question.choices))
    for (const phrase of [choice.label.en, choice.label.es, choice.say.en, choice.say.es, ...choice.also.en, ...choice.also.es])
      made.set(wordsOf(phrase).join(' '), [...new Set([...(made.get(wordsOf(phrase).join(' ')) ?? []), id])]);
  variants.set(question, made);
  return made;
}

function checked(question: Question, choices: readonly string[]): ChoiceMatch {
  if (choices.length === 0) return { kind: 'none' };
  if (choices.length === 1) return { kind: 'choices', choices };
  if (!question.several) return { kind: 'none' };
  if (choices.some((id) => question.choices[id]?.exclusive)) return { kind: 'contradiction' };
  return { kind: 'choices', choices: Object.keys(question.choices).filter((id) => choices.includes(id)) };
}

/** Takes an answer that is exactly a number, a label, a wording or a variant; it goes before any guess, even that of danger. */
export function matchExactly(question: Question, words: readonly string[]): ChoiceMatch {
  const exact = variantsOf(question).get(words.join(' '));
  if (exact !== undefined) return { kind: 'choices', choices: exact };
  const ids = Object.keys(question.choices);
  const numbers = readNumbers(words);
  if (numbers === null) return { kind: 'none' };
  if (numbers.some((number) => number > ids.length || number < 1)) return { kind: 'bad-number' };
  if (numbers.length > 1 && !question.several) return { kind: 'none' };
  return checked(
    question,
    numbers.map((number) => ids[number - 1] as string),
  );
}

/** The choice that words are exactly, the first where they are several; null where they are none. */
function exactChoice(question: Question, words: readonly string[]): string | null {
  const match = matchExactly(question, words);
  return match.kind === 'choices' ? (match.choices[0] ?? null) : null;
}

/** Parts of an answer to a question with several answers: "a bad heart and pregnant". */
function parts(words: readonly string[]): string[][] {
  const list: string[][] = [[]];
  for (const word of words) {
    if (/^(and|also|plus|y|e|tambien)$/.test(word)) list.push([]);
    else list.at(-1)?.push(word);
  }
  return list.filter((part) => part.length > 0);
}

const denials = new Set(['not', 'no', 'dont', 'doesnt', 'didnt', 'isnt', 'aint', 'never', 'nunca', 'sin', 'without']);

/**
 * Whether words name a choice only to deny it. `read` tells the choice that words mean, `whole` is what it makes of all of them: then they have to mean
 * the same without the denial, and the choice may not be one that is worded as a denial itself ("no place to stay").
 */
function isDenied(
  question: Question,
  words: readonly string[],
  whole: string | null,
  read: (some: readonly string[]) => string | null,
): boolean {
  const rest = words.filter((word) => !denials.has(word));
  if (rest.length === words.length || rest.length === 0 || words.length > mostDenyingWords) return false;
  // "Never overdosed" names a choice only when its denial is left out.
  if (whole === null) return read(rest) !== null;
  const choice = question.choices[whole];
  // "No seizures" denies one choice; it is not "none of these".
  if (choice?.exclusive)
    return words.length <= barestDenial && exactChoice(question, rest) !== null && exactChoice(question, rest) !== whole;
  // "Not suicidal" is never a yes to an answer that is a danger stop, however that answer is worded.
  if (choice?.stop !== undefined && words.slice(0, 3).some((word) => denials.has(word))) return true;
  const own = [...variantsOf(question)].filter(([, choices]) => choices.includes(whole)).map(([phrase]) => phrase.split(' '));
  const denying = own.filter((phrase) => phrase.some((word) => denials.has(word))).length;
  return denying < own.length / 4 && read(rest) === whole;
}

/** Takes an answer in a person's own words where the model is sure which choice is meant. */
export function matchLoosely(id: string, question: Question, words: readonly string[], scores: ChoiceScores): ChoiceMatch {
  const exact = matchExactly(question, words);
  if (exact.kind !== 'none') return exact;
  const named = matchExactly(question, namedNumbers(words));
  if (named.kind === 'choices') return named;
  const likely = (some: readonly string[]) => scores(id, some).filter((one) => Object.hasOwn(question.choices, one.id));
  const one = (some: readonly string[]): string | null => {
    const exactly = exactChoice(question, some);
    if (exactly !== null) return exactly;
    const best = likely(some)[0];
    return best !== undefined && best.score >= sure ? best.id : null;
  };
  const whole = one(words);
  // "Not me, my old man": a choice that the model is surer of than a denial could make it.
  const isCertain =
    words.length > barestDenial && (likely(words)[0]?.score ?? 0) >= certain && question.choices[whole ?? '']?.stop === undefined;
  if (!isCertain && isDenied(question, words, whole, one)) return { kind: 'denied' };
  if (question.several) {
    const found = parts(words).map(one);
    if (found.length > 1 && found.every((choice) => choice !== null)) return checked(question, [...new Set(found as string[])]);
    const some = likely(words).filter(({ id: choice, score }) => score >= together && !question.choices[choice]?.exclusive);
    if (some.length === 2 && some.reduce((sum, { score }) => sum + score, 0) >= surelyTwo)
      return checked(
        question,
        some.map(({ id: choice }) => choice),
      );
  }
  return whole === null ? { kind: 'none' } : { kind: 'choices', choices: [whole] };
}

import type { ContentFiles } from './content-files';
import type { Problem } from './problem';
import { ambiguousChoice } from './rules/ambiguous-choice';
import { carrierWordAsAnswer } from './rules/carrier-word-as-answer';
import { dangerAsAnswer } from './rules/danger-as-answer';
import { deadEnd } from './rules/dead-end';
import { duplicateId } from './rules/duplicate-id';
import { duplicatePhrase } from './rules/duplicate-phrase';
import { endlessLoop } from './rules/endless-loop';
import { expiredReview } from './rules/expired-review';
import { facts } from './rules/facts';
import { forbiddenClaim } from './rules/forbidden-claim';
import { missingLanguage } from './rules/missing-language';
import { notGsm7Rule } from './rules/not-gsm7';
import { phrases } from './rules/phrases';
import { placeholders } from './rules/placeholders';
import { rawPhoneNumber } from './rules/raw-phone-number';
import { readingGrade } from './rules/reading-grade';
import type { Rule } from './rules/rule';
import { signNotReadable } from './rules/sign-not-readable';
import { stigmaWord } from './rules/stigma-word';
import { tooLong } from './rules/too-long';
import { tooLongForTeams } from './rules/too-long-for-teams';
import { unknownCondition } from './rules/unknown-condition';
import { unknownStep } from './rules/unknown-step';
import { unreachableStep } from './rules/unreachable-step';

const rules: readonly Rule[] = [
  unknownStep,
  unreachableStep,
  deadEnd,
  endlessLoop,
  duplicateId,
  missingLanguage,
  unknownCondition,
  facts,
  expiredReview,
  placeholders,
  rawPhoneNumber,
  tooLong,
  tooLongForTeams,
  notGsm7Rule,
  carrierWordAsAnswer,
  ambiguousChoice,
  readingGrade,
  stigmaWord,
  forbiddenClaim,
  phrases,
  duplicatePhrase,
  signNotReadable,
  dangerAsAnswer,
];

/** Everything that is wrong in content of the right shape, by file and line. `now` decides which reviews have expired. */
export function checkContent(files: ContentFiles, now: Date | number): Problem[] {
  return rules
    .flatMap((rule) => rule(files, Number(now)))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule));
}

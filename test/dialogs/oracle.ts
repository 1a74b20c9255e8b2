/** One combination of answers as dialog.md names them; `skipped` where a question was skipped. */
export interface Person {
  them: boolean;
  /** Loved one only; '' on the path for oneself. */
  open: string;
  substance: string;
  lastUse: string;
  others: string;
  health: ReadonlySet<string>;
  /** Oneself only; '' on the loved-one path. */
  mood: string;
  home: ReadonlySet<string>;
  meetings: string;
  /** A suicide stop was shown. */
  afterSuicide: boolean;
}

/** The choice ids of every question, in the order of the answers (dialog.md section 2). */
export const choiceIds = {
  who: ['me', 'someone', 'under-18', 'looking'],
  safety: ['overdose', 'self-harm', 'very-sick', 'not-safe', 'none', 'not-sure'],
  'open-to-help': ['yes', 'maybe', 'no', 'not-sure'],
  substance: ['heroin', 'fentanyl', 'pills', 'moud', 'other', 'not-sure'],
  'last-use': ['using', 'sick', 'not-sick', 'four-plus', 'not-sure'],
  'other-substances': ['alcohol', 'benzos', 'both', 'other', 'none', 'not-sure'],
  health: ['pregnant', 'serious', 'seizure', 'overdose', 'before', 'on-medicine', 'none', 'not-sure'],
  mood: ['okay', 'low', 'dark', 'condition', 'not-sure'],
  home: ['safe', 'hard', 'no-place', 'duties', 'alone', 'not-sure'],
  meetings: ['yes', 'maybe', 'no', 'not-sure'],
} as const;

const isMix = ({ others }: Person) => others === 'alcohol' || others === 'benzos' || others === 'both';
const isUnsure = (answer: string) => answer === 'skipped' || answer === 'not-sure';

/** The person stopped: the body is less used to the drug. */
export const hasStopped = ({ lastUse }: Person) => lastUse === 'sick' || lastUse === 'not-sick' || lastUse === 'four-plus';

/** The primary outcome by the table of dialog.md section 4, written down apart from the content. */
export function expectedOutcome(person: Person): string {
  const { them, open, health, lastUse, substance } = person;
  if (them && open === 'no') return 'family-support';
  if (health.has('pregnant')) return 'pregnancy-care';
  if (isMix(person) || health.has('seizure') || (health.has('serious') && lastUse !== 'four-plus')) return 'medical-first';
  if (substance === 'moud') return 'medicine-first';
  if (substance === 'other') return 'talk-it-through';
  if (lastUse === 'sick') return 'detox-now';
  if (lastUse === 'four-plus') return 'next-step';
  if (lastUse === 'using' || lastUse === 'not-sick') return 'detox-plan';
  return 'talk-it-through';
}

/** What part-time care may go with in the answer to the question on health: nothing but these. */
const mildHealth = new Set(['none', 'before', 'on-medicine']);

/** The setting note by dialog.md section 4, or null. */
export function expectedSetting(person: Person, outcome: string): string | null {
  const { them, home, health, mood, others, lastUse } = person;
  if (outcome === 'family-support' || home.has('skipped') || home.has('not-sure')) return null;
  if ((home.has('hard') || home.has('no-place')) && !home.has('duties')) return 'setting-live-in';
  const isSteady = outcome === 'next-step' || (outcome === 'medicine-first' && lastUse === 'using');
  const isMild = (others === 'none' || others === 'other') && mood === 'okay';
  const isHome = (home.has('safe') || home.has('duties')) && !home.has('hard') && !home.has('no-place') && !home.has('alone');
  return !them && isSteady && isMild && isHome && [...health].every((one) => mildHealth.has(one)) ? 'setting-part-time' : 'setting-either';
}

/** All add-ons in the order of dialog.md section 4. */
export const addOnIds = [
  'addon-overdose',
  'addon-tolerance',
  'addon-unsure-health',
  'addon-unsure-mix',
  'addon-moud',
  'addon-alone',
  'addon-mood',
  'addon-mood-unsure',
  'addon-mood-them',
  'addon-health',
  'addon-meetings',
] as const;

/** Outcomes whose own words carry the line on lost tolerance. */
const carriesTolerance = new Set(['detox-now', 'detox-plan', 'next-step']);
const mostAddOns = 4;

/**
 * The add-ons by dialog.md section 4, one bit each in the order of `addOnIds`: at most 4. After a suicide stop the summary repeats 988
 * (section 1, 8), so the words on mood are shown whatever was answered on mood, and beside the other four.
 */
export function expectedAddOns(person: Person, outcome: string): number {
  const { them, health, others, substance, home, mood, meetings, afterSuicide } = person;
  const isHeavy = mood === 'low' || mood === 'dark' || mood === 'condition';
  const fits = [
    health.has('overdose'),
    hasStopped(person) && !carriesTolerance.has(outcome),
    health.has('skipped') || health.has('not-sure'),
    isUnsure(others) && outcome !== 'talk-it-through',
    (substance === 'moud' || health.has('on-medicine')) && outcome !== 'medicine-first',
    home.has('alone'),
    !them && isHeavy,
    !them && (isUnsure(mood) || (afterSuicide && !isHeavy)),
    them && afterSuicide,
    health.has('serious') && outcome === 'next-step',
    meetings === 'yes' || meetings === 'maybe',
  ];
  let bits = 0;
  let counted = 0;
  for (let at = 0; at < fits.length; at += 1) {
    if (!fits[at]) continue;
    const isKept = afterSuicide && at >= 6 && at <= 8;
    if (!isKept && counted === mostAddOns) continue;
    if (!isKept) counted += 1;
    bits |= 1 << at;
  }
  return bits;
}

import { type Asked, askedOf } from './asked';
import { isAnswered, isAnsweredWrong, isChosenRight, isChosenWrong, isEmergency, isFound, isRefused } from './print-understanding';

function print(title: string, list: readonly Asked[]): void {
  process.stdout.write(`\n### ${title}: ${list.length}\n`);
  for (const { line, result } of list) {
    const is =
      'topic' in line ? line.topic : 'label' in line ? line.label : 'kind' in line ? line.kind : `${line.question}=${line.choices}`;
    const made = [
      result.kind,
      result.tier,
      result.category,
      result.topic,
      result.choice,
      ...result.topics.map(({ id, score }) => `${id} ${score.toFixed(2)}`),
    ];
    process.stdout.write(`[${is}] ${JSON.stringify(line.text)} -> ${made.filter(Boolean).join(', ')}\n`);
  }
}

/** Prints every line that was not understood as it should be, by kind. */
export function printMisses(asked: readonly Asked[]): void {
  const danger = askedOf(asked, 'danger', null);
  print(
    'danger not found',
    danger.filter((one) => !isFound(one)),
  );
  print(
    'danger found as check only',
    danger.filter((one) => isFound(one) && !isEmergency(one)),
  );
  print(
    'wrong category',
    danger.filter((one) => isEmergency(one) && one.result.category !== one.line.label),
  );
  const harmless = [...askedOf(asked, 'harmless', null), ...askedOf(asked, 'topic', null), ...askedOf(asked, 'outside', null)];
  print('false emergency', harmless.filter(isEmergency));
  print(
    'false check',
    harmless.filter((one) => isFound(one) && !isEmergency(one)),
  );
  const topics = askedOf(asked, 'topic', null);
  print('answered wrong', topics.filter(isAnsweredWrong));
  print(
    'not first',
    topics.filter((one) => one.result.topics[0]?.id !== one.line.topic && !isAnsweredWrong(one)),
  );
  const outside = askedOf(asked, 'outside', null);
  print(
    'out of scope answered',
    outside.filter((one) => one.line.label !== 'unsafe-request' && isAnswered(one)),
  );
  print(
    'unsafe not refused',
    outside.filter((one) => one.line.label === 'unsafe-request' && !isRefused(one)),
  );
  const answers = askedOf(asked, 'answer', null);
  print(
    'answer not taken',
    answers.filter((one) => !one.line.danger && !isChosenRight(one) && !isChosenWrong(one)),
  );
  print(
    'answer wrongly taken',
    answers.filter((one) => !one.line.danger && isChosenWrong(one)),
  );
  print(
    'danger in an answer not found',
    answers.filter((one) => one.line.danger && !isFound(one)),
  );
}

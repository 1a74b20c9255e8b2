import { steadyClock } from '../src/steady-clock';

const minute = 60_000;

describe('steadyClock', () => {
  let passed = 0;
  let wrong = 0;
  const begin = 1_700_000_000_000;
  const clock = () => {
    passed = 0;
    wrong = 0;
    return steadyClock(
      () => begin + passed + wrong,
      () => 500 + passed,
    );
  };

  it('follows the system, also when its clock is set by some minutes', () => {
    const now = clock();
    passed = 10 * minute;
    expect(now()).toBe(begin + 10 * minute);
    wrong = -3 * minute;
    expect(now()).toBe(begin + 7 * minute);
  });

  it.each([365 * 24 * 60 * minute, -24 * 60 * minute])('does not believe a jump of %d milliseconds that passes', (jump) => {
    const now = clock();
    now();
    wrong = jump;
    passed = minute;
    expect(now()).toBe(begin + minute);
    passed = 9 * minute;
    expect(now()).toBe(begin + 9 * minute);
    wrong = 0;
    passed = 20 * minute;
    expect(now()).toBe(begin + 20 * minute);
  });

  it('doubts anew when the same jump comes again', () => {
    const now = clock();
    for (const [minutes, hours] of [
      [1, 5],
      [2, 0],
      [20, 5],
      [29, 5],
    ] as const) {
      passed = minutes * minute;
      wrong = hours * 60 * minute;
      expect(now()).toBe(begin + minutes * minute);
    }
  });

  it('does not believe a clock that jumps about', () => {
    const now = clock();
    for (let hours = 1; hours <= 20; hours += 1) {
      passed = hours * minute;
      wrong = hours * 60 * minute;
      expect(now()).toBe(begin + hours * minute);
    }
  });

  it('believes a jump that lasts, as after a computer slept', () => {
    const now = clock();
    wrong = 600 * minute;
    now();
    passed = 10 * minute;
    expect(now()).toBe(begin + 610 * minute);
  });
});

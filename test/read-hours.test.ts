import { readHours } from '../src/read-hours';

const short = (text: string) => readHours(text).map(({ weekday, opens, closes }) => `${weekday} ${opens}-${closes}`);

describe('readHours', () => {
  it('reads days and ranges of days', () => {
    expect(short('Mon-Wed 08:00-20:00; Sat 9:30-17:00')).toEqual(['1 480-1200', '2 480-1200', '3 480-1200', '6 570-1020']);
    expect(short('Mon,Fri 08:00-12:00,13:00-17:00')).toEqual(['1 480-720', '1 780-1020', '5 480-720', '5 780-1020']);
  });

  it('reads around the clock', () => {
    expect(short('Sun-Sat 00:00-24:00')).toEqual([0, 1, 2, 3, 4, 5, 6].map((day) => `${day} 0-1440`));
  });

  it('goes round the end of the week', () => {
    expect(short('Fri-Mon 10:00-11:00')).toEqual(['0 600-660', '1 600-660', '5 600-660', '6 600-660']);
  });

  it('splits hours that run past midnight', () => {
    expect(short('Sat 20:00-02:00')).toEqual(['0 0-120', '6 1200-1440']);
    expect(short('Mon 20:00-00:00')).toEqual(['1 1200-1440']);
  });

  it.each([
    '',
    'Mon',
    'Mon 8-20',
    'Foo 08:00-09:00',
    'Mon 08:00-25:00',
    'Mon 08:60-09:00',
    'Mon 08:00-08:00',
    'Mon-Tue-Wed 08:00-09:00',
    'Mon 08:00-12:00,11:00-13:00',
  ])('refuses "%s"', (text) => {
    expect(() => readHours(text)).toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { binhDuongCalendar, newYorkCalendar } from '../../test/support/minute-oracle-calendars.ts';
import { compileCalendar } from './business-calendar.ts';
import type { Result } from './result.ts';
import {
  addWorkingTime,
  closingOfNthWorkingDay,
  isInWorkingTime,
  isOpen,
  nextOpen,
  workingTimeBetween,
} from './working-time.ts';

const calendar = compileCalendar(binhDuongCalendar);
const newYork = compileCalendar(newYorkCalendar);
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Wall-clock time in Bình Dương: `2020-03-10 11:00`, seconds if wanted. */
const local = (text: string): Date => {
  const [date, time] = text.split(' ');
  return new Date(`${date!}T${time!.length === 5 ? `${time!}:00` : time!}+07:00`);
};
/** Back to that form, without seconds when there are none. */
const inLocal = (result: Result<Date, unknown>): string => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return new Date(result.value.getTime() + 7 * HOUR)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ')
    .replace(/:00$/, '');
};
const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const notCovered = (year: number) => ({
  ok: false,
  error: { code: 'CALENDAR_NOT_COVERED', year, firstYear: 2019, lastYear: 2027 },
});

describe('isOpen', () => {
  it.each([
    ['2020-03-10 07:29:59', false, 'the second before the opening'],
    ['2020-03-10 07:30:00', true, 'the opening second'],
    ['2020-03-10 11:29:59', true, 'the last second before lunch'],
    ['2020-03-10 11:30:00', false, 'the closing second'],
    ['2020-03-10 12:15', false, 'lunch'],
    ['2020-03-10 13:00:00', true, 'the second opening'],
    ['2020-03-10 17:00:00', false, 'the last closing'],
    ['2020-03-08 09:00', false, 'a Sunday'],
    ['2020-01-27 09:00', false, 'a Monday in Tết'],
    ['2019-01-05 09:00', true, 'a Saturday worked for New Year’s Eve'],
    ['2019-04-29 09:00', false, 'a Monday swapped for a Saturday'],
    ['2024-02-29 09:00', true, 'a leap day'],
  ])('%s is %s: %s', (at, expected) => expect(value(isOpen(calendar, local(at)))).toBe(expected));
});

describe('isInWorkingTime', () => {
  it.each([
    ['2020-03-10 07:29:59', false, 'nobody is there yet'],
    ['2020-03-10 07:30', true, 'at an opening'],
    ['2020-03-10 11:30', true, 'by the closing before lunch'],
    ['2020-03-10 11:30:01', false, 'after it'],
    ['2020-03-10 17:00', true, 'by 17:00, the commonest promise'],
    ['2020-03-08 17:00', false, 'by 17:00 on a Sunday'],
    ['2020-01-27 17:00', false, 'by 17:00 in Tết'],
    ['2019-01-05 17:00', true, 'by 17:00 on a make-up Saturday'],
    ['2019-01-01 00:00', false, 'at the first instant that is covered'],
  ])('%s is %s: %s', (at, expected) =>
    expect(value(isInWorkingTime(calendar, local(at)))).toBe(expected),
  );

  it('asks for the year that is missing', () =>
    expect(isInWorkingTime(calendar, local('2028-01-03 09:00'))).toEqual(notCovered(2028)));
});

describe('nextOpen', () => {
  it.each([
    ['2020-03-10 09:00:07', '2020-03-10 09:00:07', 'open already'],
    ['2020-03-10 11:30', '2020-03-10 13:00', 'at the closing before lunch'],
    ['2020-03-06 17:00', '2020-03-09 07:30', 'from Friday evening to Monday'],
    ['2020-01-22 18:00', '2020-01-30 07:30', 'over Tết'],
    ['2019-01-04 17:00', '2019-01-05 07:30', 'to a make-up Saturday'],
    ['2019-01-01 00:00', '2019-01-02 07:30', 'from the first instant that is covered'],
  ])('%s leads to %s: %s', (at, expected) =>
    expect(inLocal(nextOpen(calendar, local(at)))).toBe(expected),
  );

  it('asks for the next year after the last closing of the last one', () =>
    expect(nextOpen(calendar, local('2027-12-31 17:00'))).toEqual(notCovered(2028)));
});

describe('addWorkingTime', () => {
  it.each([
    ['2020-03-10 11:00', 60, '2020-03-10 13:30', 'leaves out the lunch gap'],
    ['2020-03-10 11:00', 30, '2020-03-10 11:30', 'stays on the closing before lunch'],
    ['2020-03-10 16:00', 60, '2020-03-10 17:00', 'stays on the last closing'],
    ['2020-03-10 12:10', 30, '2020-03-10 13:30', 'starts at lunch, counts from 13:00'],
    ['2020-03-10 11:30', 30, '2020-03-10 13:30', 'starts on a closing'],
    ['2020-03-10 07:30', 240, '2020-03-10 11:30', 'starts on an opening'],
    ['2020-03-06 16:50', 480, '2020-03-09 16:50', 'goes from Friday to Monday'],
    ['2020-03-08 10:00', 60, '2020-03-09 08:30', 'starts on a Sunday'],
    ['2020-01-22 16:50', 480, '2020-01-30 16:50', 'steps over Tết'],
    ['2019-01-04 16:00', 120, '2019-01-05 08:30', 'uses a make-up Saturday'],
    ['2019-04-26 16:30', 60, '2019-05-02 08:00', 'steps over a swapped day and 30 April'],
    ['2024-02-28 16:30', 60, '2024-02-29 08:00', 'works on a leap day'],
    ['2019-12-31 16:00', 120, '2020-01-02 08:30', 'crosses the year'],
  ])('%s + %i min = %s: %s', (start, minutes, expected) =>
    expect(inLocal(addWorkingTime(calendar, local(start), minutes * MINUTE))).toBe(expected),
  );

  it('leaves the start as it is when nothing is added, even outside the windows', () =>
    expect(inLocal(addWorkingTime(calendar, local('2020-03-08 10:00'), 0))).toBe(
      '2020-03-08 10:00',
    ));

  it('reaches the last closing of the covered years and not beyond', () => {
    const start = local('2027-12-31 16:00');
    expect(inLocal(addWorkingTime(calendar, start, HOUR))).toBe('2027-12-31 17:00');
    expect(addWorkingTime(calendar, start, HOUR + 1)).toEqual(notCovered(2028));
  });

  it.each([-1, 0.5, Number.NaN])('refuses %s ms as a fault of the caller', (amount) =>
    expect(() => addWorkingTime(calendar, local('2020-03-10 09:00'), amount)).toThrow(RangeError),
  );

  it('refuses an invalid date as a fault of the caller', () =>
    expect(() => addWorkingTime(calendar, new Date('soon'), 1)).toThrow(RangeError));
});

describe('workingTimeBetween', () => {
  it.each([
    ['2020-03-10 11:00', '2020-03-10 13:30', 60, 'lunch is not counted'],
    ['2020-03-06 17:00', '2020-03-09 07:30', 0, 'nor a weekend'],
    ['2020-03-06 16:50', '2020-03-09 16:50', 480, 'Friday to Monday'],
    ['2020-01-22 17:00', '2020-01-30 08:00', 30, 'Tết is not counted'],
    ['2020-03-10 13:30', '2020-03-10 11:00', -60, 'backwards is negative'],
  ])('from %s to %s are %i min: %s', (from, to, minutes) =>
    expect(value(workingTimeBetween(calendar, local(from), local(to)))).toBe(minutes * MINUTE),
  );
});

describe('closingOfNthWorkingDay', () => {
  it.each([
    ['2020-03-10 09:00', 1, '2020-03-11 17:00', 'the day of receipt is not counted'],
    ['2020-03-10 06:00', 1, '2020-03-11 17:00', 'received before the opening'],
    ['2020-03-10 12:00', 1, '2020-03-11 17:00', 'received at lunch'],
    ['2020-03-10 16:59:59', 1, '2020-03-11 17:00', 'received in the last second'],
    ['2020-03-10 17:00:00', 1, '2020-03-12 17:00', 'received at the last closing: the next day’s'],
    ['2020-03-10 23:00', 1, '2020-03-12 17:00', 'received after the last closing'],
    ['2020-03-06 16:50', 5, '2020-03-13 17:00', 'Friday 16:50, five days'],
    ['2020-03-06 17:10', 5, '2020-03-16 17:00', 'Friday 17:10 is Monday’s'],
    ['2020-03-08 10:00', 1, '2020-03-10 17:00', 'received on a Sunday: Monday’s'],
    ['2020-01-22 16:50', 1, '2020-01-30 17:00', 'the day before Tết'],
    ['2020-01-25 10:00', 3, '2020-02-04 17:00', 'received on New Year’s Day of Tết'],
    ['2019-01-04 10:00', 1, '2019-01-05 17:00', 'the make-up Saturday is a working day'],
    ['2019-01-05 09:00', 1, '2019-01-07 17:00', 'received on the make-up Saturday'],
    ['2019-04-26 10:00', 3, '2019-05-04 17:00', 'swapped 29 April, worked 4 May'],
    ['2024-02-28 10:00', 1, '2024-02-29 17:00', 'a leap day'],
    ['2019-12-31 10:00', 1, '2020-01-02 17:00', 'over the year'],
    ['2020-03-10 09:00', 0, '2020-03-10 17:00', 'none: the day of receipt itself'],
  ])('received %s, n = %i: %s (%s)', (received, n, expected) =>
    expect(inLocal(closingOfNthWorkingDay(calendar, local(received), n))).toBe(expected),
  );

  it('asks for the next year when the days run out', () =>
    expect(closingOfNthWorkingDay(calendar, local('2027-12-31 10:00'), 1)).toEqual(
      notCovered(2028),
    ));
});

describe('the covered years', () => {
  it('begin and end at local midnight, not at that of UTC', () => {
    expect(isOpen(calendar, new Date('2018-12-31T17:00:00Z')).ok).toBe(true);
    expect(isOpen(calendar, new Date('2018-12-31T16:59:59Z'))).toEqual(notCovered(2018));
    expect(isOpen(calendar, new Date('2027-12-31T16:59:59Z')).ok).toBe(true);
    expect(isOpen(calendar, new Date('2027-12-31T17:00:00Z'))).toEqual(notCovered(2028));
  });

  it('name the year that is missing, however far', () => {
    const inside = local('2020-03-10 09:00');
    expect(workingTimeBetween(calendar, inside, local('2031-06-01 09:00'))).toEqual(
      notCovered(2031),
    );
    expect(nextOpen(calendar, local('1999-06-01 09:00'))).toEqual(notCovered(1999));
  });
});

describe('a zone with daylight saving', () => {
  it('counts the hour that the clocks repeat', () =>
    // Sunday 1 November 2020, 00:30 EDT + 2 h = 01:30 EST, and 00:30-02:15 lasts 2 h 45 min.
    expect({
      twoHoursOn: value(addWorkingTime(newYork, new Date('2020-11-01T04:30:00Z'), 2 * HOUR)),
      wholeWindow: value(
        workingTimeBetween(
          newYork,
          new Date('2020-11-01T04:30:00Z'),
          new Date('2020-11-01T07:15:00Z'),
        ),
      ),
    }).toEqual({ twoHoursOn: new Date('2020-11-01T06:30:00Z'), wholeWindow: 2.75 * HOUR }));

  it('leaves out the hour that the clocks skip', () =>
    // Sunday 8 March 2020: 00:30-02:00 EST, then 03:00-03:45 EDT without a break.
    expect(value(addWorkingTime(newYork, new Date('2020-03-08T05:30:00Z'), 2 * HOUR))).toEqual(
      new Date('2020-03-08T07:30:00Z'),
    ));

  it('keeps office hours at the same wall-clock time in winter and summer', () => {
    const opening = (at: string) => value(nextOpen(newYork, new Date(at))).toISOString();
    expect(opening('2020-01-14T10:00:00Z')).toBe('2020-01-14T13:30:00.000Z');
    expect(opening('2020-07-14T10:00:00Z')).toBe('2020-07-14T12:30:00.000Z');
  });
});

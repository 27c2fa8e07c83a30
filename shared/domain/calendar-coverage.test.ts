import { describe, expect, it } from 'vitest';
import { at, jurisdiction } from '../../test/support/case-builder.ts';
import { missingYear } from './calendar-coverage.ts';

const { calendarData } = jurisdiction;
const missingOn = (local: string) => missingYear(calendarData, new Date(at(local)));

describe('the year that the calendar misses', () => {
  it.each([
    ['2026-12-31 23:59', undefined],
    ['2027-01-01 00:00', undefined],
    ['2027-09-30 23:59', undefined],
    ['2027-10-01 00:00', 2028],
    ['2027-12-31 23:59', 2028],
    ['2028-01-01 00:00', 2028],
    ['2029-11-11 11:11', 2029],
  ])('on %s is %s', (local, year) => expect(missingOn(local)).toBe(year));

  it('is none once the next year was put in', () => {
    const coveredYears = [...calendarData.coveredYears, 2028];
    const now = new Date(at('2027-12-31 23:59'));
    expect(missingYear({ ...calendarData, coveredYears }, now)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { parseExpression } from './expression.ts';

const utc = (text: string) => Date.parse(`${text}Z`);
const next = (expression: string, from: string, zone?: string) => {
  const at = parseExpression(expression, zone)(utc(from));
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
};

describe('a schedule expression', () => {
  it.each([
    ['rate(1 minute)', '2020-01-01T00:00', '2020-01-01T00:01'],
    ['rate(2 hours)', '2020-01-01T23:00', '2020-01-02T01:00'],
    ['rate(1 day)', '2020-02-28T05:00', '2020-02-29T05:00'],
    ['at(2020-01-31T08:00:00)', '2020-01-01T00:00', '2020-01-31T08:00'],
    ['at(2020-01-31T08:00:00)', '2020-01-31T08:00', undefined],
    ['cron(0 6 * * ? *)', '2020-01-01T05:59', '2020-01-01T06:00'],
    ['cron(0 6 * * ? *)', '2020-01-01T06:00', '2020-01-02T06:00'],
    ['cron(0/15 * * * ? *)', '2020-01-01T06:46', '2020-01-01T07:00'],
    ['cron(5,35 8-17 ? * MON-FRI *)', '2020-01-03T17:35', '2020-01-06T08:05'],
    ['cron(0 0 1 JAN,JUL ? *)', '2020-01-02T00:00', '2020-07-01T00:00'],
    ['cron(0 0 L * ? *)', '2020-02-01T00:00', '2020-02-29T00:00'],
    ['cron(0 0 LW * ? *)', '2020-05-01T00:00', '2020-05-29T00:00'],
    ['cron(0 0 1W * ? *)', '2020-01-31T00:00', '2020-02-03T00:00'],
    ['cron(0 0 15W * ? *)', '2020-11-01T00:00', '2020-11-16T00:00'],
    ['cron(0 0 ? * 6L *)', '2020-01-01T00:00', '2020-01-31T00:00'],
    ['cron(0 0 ? * MON#2 *)', '2020-01-01T00:00', '2020-01-13T00:00'],
    ['cron(0 0 29 2 ? *)', '2020-03-01T00:00', '2024-02-29T00:00'],
    ['cron(0 0 1 1 ? 2019)', '2020-01-01T00:00', undefined],
  ])('%s after %s fires at %s', (expression, from, expected) =>
    expect(next(expression, from)).toBe(expected),
  );

  it.each([
    ['Asia/Ho_Chi_Minh', '2020-01-01T22:59', '2020-01-01T23:00'],
    // Clocks go forward at 02:00 on 8 March: 02:30 does not exist that day.
    ['America/New_York', '2020-03-07T12:00', '2020-03-08T10:00'],
  ])('is read in %s', (zone, from, expected) => {
    expect(next('cron(0 6 * * ? *)', from, zone)).toBe(expected);
  });

  it('leaves out a time that the zone skips', () => {
    expect(next('cron(30 2 * * ? *)', '2020-03-07T12:00', 'America/New_York')).toBe(
      '2020-03-09T06:30',
    );
  });

  it('fires once in the hour that the zone repeats', () => {
    const zone = 'America/New_York';
    expect(next('cron(30 1 * * ? *)', '2020-10-31T12:00', zone)).toBe('2020-11-01T05:30');
    expect(next('cron(30 1 * * ? *)', '2020-11-01T05:30', zone)).toBe('2020-11-02T06:30');
  });

  it.each([
    ['rate(1 minutes)', 'unit'],
    ['rate(0 minutes)', 'unit'],
    ['every(1 day)', 'expression'],
    ['cron(0 6 * * * *)', '?'],
    ['cron(0 6 ? * ? *)', '?'],
    ['cron(0 6 * * ?)', 'six'],
    ['cron(60 6 * * ? *)', 'minute'],
    ['cron(0 6 * FOO ? *)', 'month'],
    ['cron(0 6 32 * ? *)', 'day of month'],
    ['cron(0 6 ? * 8 *)', 'day of week'],
    ['cron(0 5-3 * * ? *)', 'hour'],
    ['at(tomorrow)', 'instant'],
  ])('refuses %s', (expression, named) => expect(() => parseExpression(expression)).toThrow(named));

  it('refuses a zone that is not one', () =>
    expect(() => parseExpression('rate(1 day)', 'Binh_Duong')).toThrow(RangeError));
});

import { describe, expect, it } from 'vitest';
import { shareOf } from '../satisfaction.ts';
import { instantInWordsOf } from './instant-words.ts';
import { monthOfReport } from './report-month.ts';
import {
  changeInWords,
  dateInWords,
  duration,
  intervalInWords,
  monthInWords,
  number,
  percent,
  pointsInWords,
  shareInWords,
} from './words.ts';

describe('numbers of a report', () => {
  it.each([
    [0, '0'],
    [1_025, '1.025'],
    [3_057, '3.057'],
  ])('%d is written %s', (value, words) => expect(number(value)).toBe(words));

  it.each([
    [null, '–'],
    [0, '0,0%'],
    [0.000_4, '<0,1%'],
    [0.000_5, '0,1%'],
    [789 / 1_025, '77,0%'],
    [1_482 / 2_785, '53,2%'],
    [0.999_4, '99,9%'],
    [9_999 / 10_000, '>99,9%'],
    [1, '100,0%'],
  ])('the rate %s is written %s: never all or nothing what is not', (rate, words) =>
    expect(percent(rate)).toBe(words),
  );

  it('a share has both of its numbers, and an interval both of its ends', () => {
    expect(shareInWords(shareOf(789, 1_025))).toBe('77,0% (789/1.025)');
    expect(intervalInWords(shareOf(789, 1_025))).toBe('74,3% – 79,4%');
    expect(shareInWords(shareOf(0, 0))).toBe('– (0/0)');
    expect(intervalInWords(shareOf(0, 0))).toBe('–');
  });

  it.each([
    [null, '–'],
    [0, '0,0 phút'],
    [0.04, '<0,1 phút'],
    [4.24, '4,2 phút'],
    [59.94, '59,9 phút'],
    [60, '1,0 giờ'],
    [318, '5,3 giờ'],
  ])('%s minutes are %s', (minutes, words) => expect(duration(minutes)).toBe(words));

  it.each([
    [12, 12, 'không đổi'],
    [12, 10, 'tăng 2 (20,0%)'],
    [10, 12, 'giảm 2 (16,7%)'],
    [3, 0, 'tăng 3'],
  ])('%d after %d: %s', (now, before, words) => expect(changeInWords(now, before)).toBe(words));

  it.each([
    [0.77, 0.757, 'tăng 1,3 điểm %'],
    [0.5, 0.75, 'giảm 25,0 điểm %'],
    [0.770_1, 0.770_2, 'không đổi'],
    [null, 0.5, '–'],
    [0.5, null, '–'],
  ])('the rate %s after %s: %s', (now, before, words) =>
    expect(pointsInWords(now, before)).toBe(words),
  );
});

describe('days of a report', () => {
  it.each([
    ['2020-06-01', '01/6/2020'],
    ['2020-02-29', '29/02/2020'],
    ['2020-12-31', '31/12/2020'],
  ])('%s is written %s, as the decree on documents has it', (day, words) =>
    expect(dateInWords(day)).toBe(words),
  );

  it('a month and an instant are those of the province', () => {
    expect(monthInWords('2020-06')).toBe('6/2020');
    expect(monthInWords('2020-01-01')).toBe('01/2020');
    const words = instantInWordsOf('Asia/Ho_Chi_Minh');
    expect(words('2020-06-30T17:05:00.000Z')).toBe('00 giờ 05 phút ngày 01/7/2020');
  });
});

describe('the month of a report', () => {
  it.each([
    { month: '2020-06', to: '2020-06-30', before: { from: '2020-05-01', to: '2020-05-31' } },
    { month: '2020-02', to: '2020-02-29', before: { from: '2020-01-01', to: '2020-01-31' } },
    { month: '2020-01', to: '2020-01-31', before: { from: '2019-12-01', to: '2019-12-31' } },
  ])('$month, asked after it, is whole and has one before it', ({ month, to, before }) =>
    expect(monthOfReport(month, '2020-07-01')).toEqual({
      ok: true,
      value: { period: { from: `${month}-01`, to }, before },
    }),
  );

  it.each(['2020-06-01', '2020-06-15', '2020-06-30'])('ends today while it goes on: %s', (today) =>
    expect(monthOfReport('2020-06', today)).toEqual({
      ok: true,
      value: { period: { from: '2020-06-01', to: today }, before: undefined },
    }),
  );

  it('is refused before it begins', () =>
    expect(monthOfReport('2020-07', '2020-06-30')).toEqual({
      ok: false,
      error: { code: 'PERIOD_IN_FUTURE', today: '2020-06-30' },
    }));
});

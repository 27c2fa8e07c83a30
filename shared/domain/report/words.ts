import type { Share } from '../satisfaction.ts';
import type { LocalDay } from '../statistics.ts';

const counts = new Intl.NumberFormat('vi-VN');
const decimals = new Intl.NumberFormat('vi-VN', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** What stands where there is nothing to divide or to measure. */
export const NOTHING = '–';

/** `1.025` */
export const number = (value: number): string => counts.format(value);

/** Below it one decimal would say that there is nothing. */
const LEAST_DECIMAL = 0.05;

/** `4,5` */
export function decimal(value: number | null): string {
  if (value === null) return NOTHING;
  return value > 0 && value < LEAST_DECIMAL ? '<0,1' : decimals.format(value);
}

/** The first and the last rate that one decimal tells from none and from all. */
const [LEAST, MOST] = [0.000_5, 0.999_5];

/** `76,9%`; what is not all is never written as all, nor what is not nothing as nothing. */
export function percent(rate: number | null): string {
  if (rate === null) return NOTHING;
  if (rate > 0 && rate < LEAST) return '<0,1%';
  if (rate < 1 && rate >= MOST) return '>99,9%';
  return `${decimals.format(rate * 100)}%`;
}

/** `76,9% (789/1.025)`: a rate never stands without its two numbers. */
export const shareInWords = ({
  numerator,
  denominator,
  rate,
}: Pick<Share, 'numerator' | 'denominator' | 'rate'>): string =>
  `${percent(rate)} (${outOf({ numerator, denominator })})`;

export const outOf = ({ numerator, denominator }: Pick<Share, 'numerator' | 'denominator'>) =>
  `${number(numerator)}/${number(denominator)}`;

/** `74,3% – 79,4%` */
export const intervalInWords = ({ low, high }: Share): string =>
  low === null || high === null ? NOTHING : `${percent(low)} – ${percent(high)}`;

const MINUTES_AN_HOUR = 60;

/** Minutes as `4,2 phút`, or from an hour on as `5,3 giờ`. */
export function duration(minutes: number | null): string {
  if (minutes === null) return NOTHING;
  return minutes < MINUTES_AN_HOUR
    ? `${decimal(minutes)} phút`
    : `${decimal(minutes / MINUTES_AN_HOUR)} giờ`;
}

/** `01/6/2020`: a zero before days below 10 and before January and February (Nghị định 30/2020, appendix I). */
export function dateInWords(day: LocalDay): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${monthNumber(month)}/${year}`;
}

/** `6/2020` of `2020-06`. */
export const monthInWords = (month: string): string =>
  `${monthNumber(month.slice(5, 7))}/${month.slice(0, 4)}`;

const monthNumber = (month: string): string => (Number(month) < 3 ? month : String(Number(month)));

/** `tăng 12 (8,1%)` against what was. */
export function changeInWords(now: number, before: number): string {
  if (now === before) return 'không đổi';
  const by = Math.abs(now - before);
  const verb = now > before ? 'tăng' : 'giảm';
  return before === 0 ? `${verb} ${number(by)}` : `${verb} ${number(by)} (${percent(by / before)})`;
}

/** `tăng 1,3 điểm`: percentage points. */
export function pointsInWords(now: number | null, before: number | null): string {
  if (now === null || before === null) return NOTHING;
  const points = decimals.format(Math.abs(now - before) * 100);
  if (points === decimals.format(0)) return 'không đổi';
  return `${now > before ? 'tăng' : 'giảm'} ${points} điểm %`;
}

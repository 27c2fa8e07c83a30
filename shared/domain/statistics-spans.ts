import type { Named } from './status-names.ts';
import type { LocalDay } from './statistics.ts';
import {
  dayAfter,
  dayBefore,
  daysLater,
  nextMonth,
  overlapOf,
  type Period,
} from './statistics-period.ts';

/** What a period can be cut into. Weeks begin on Monday, as a province's do. */
export const SPANS = ['day', 'week', 'month', 'quarter'] as const;
export type Span = (typeof SPANS)[number];

export const isSpan = (name: string): name is Span => (SPANS as readonly string[]).includes(name);

/** The name under which a day is added up: its own, that of the week's Monday, `2020-03`, `2020-Q1`. */
export function spanOf(day: LocalDay, span: Span): string {
  if (span === 'day') return day;
  if (span === 'week') return mondayOf(day);
  return span === 'month' ? day.slice(0, 7) : quarterOf(day.slice(0, 7));
}

export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / MONTHS_A_QUARTER)}`;

/** The days of a period that lie in a span of it. */
export function withinSpan(period: Period, span: Span, value: string): Period {
  const overlap = overlapOf(period, daysOf(value, span));
  // Names of spans come from days of the period.
  if (overlap === undefined) throw new Error(`${value} is no ${span} of the period`);
  return overlap;
}

/** The spans of a period in order, the first and the last one clipped to it. */
export function spansOf(period: Period, span: Span): Period[] {
  const spans: Period[] = [];
  for (let from = period.from; from <= period.to; from = dayAfter(spans.at(-1)?.to ?? from)) {
    spans.push(withinSpan(period, span, spanOf(from, span)));
  }
  return spans;
}

const MONTHS_A_QUARTER = 3;
const DAYS_A_WEEK = 7;

function mondayOf(day: LocalDay): LocalDay {
  const sinceMonday = (new Date(day).getUTCDay() + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
  return daysLater(day, -sinceMonday);
}

function daysOf(value: string, span: Span): Period {
  if (span === 'day') return { from: value, to: value };
  if (span === 'week') return { from: value, to: daysLater(value, DAYS_A_WEEK - 1) };
  if (span === 'month') return { from: `${value}-01`, to: dayBefore(`${nextMonth(value)}-01`) };
  const [first, last] = monthsOfQuarter(value);
  return { from: `${first}-01`, to: dayBefore(`${nextMonth(last)}-01`) };
}

function monthsOfQuarter(quarter: string): readonly [string, string] {
  const [year = '', ofYear = ''] = quarter.split('-Q');
  const last = MONTHS_A_QUARTER * Number(ofYear);
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  return [month(last - MONTHS_A_QUARTER + 1), month(last)];
}

/** What a table calls it. */
export function spanNames(value: string, span: Span): Named {
  const [year = '', month = '', day = ''] = value.split('-');
  if (span === 'quarter') {
    const number = month.slice(1);
    return { name: `Quý ${number}/${year}`, nameEn: `Quarter ${number} of ${year}` };
  }
  const monthEn = MONTHS_EN[Number(month) - 1] ?? month;
  if (span === 'month') {
    return { name: `Tháng ${Number(month)}/${year}`, nameEn: `${monthEn} ${year}` };
  }
  const date: Named = {
    name: `${day}/${month}/${year}`,
    nameEn: `${Number(day)} ${monthEn} ${year}`,
  };
  return span === 'day'
    ? date
    : { name: `Tuần từ ${date.name}`, nameEn: `Week from ${date.nameEn}` };
}

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

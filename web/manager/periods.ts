import type { Step } from './figures-search.ts';

/** Both days belong to it; days of the province, `2020-06-01`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
export const daysLater = (day: string, days: number): string =>
  iso(Date.parse(day) + days * DAY_MS);
/** How many days a period has. */
export const lengthOf = ({ from, to }: Period): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

const parts = (day: string) => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  ofMonth: Number(day.slice(8)),
});
/** Months may run out of the year: the 0th month of 2020 is December 2019. */
const firstOf = (year: number, month: number): string => iso(Date.UTC(year, month - 1, 1));
const lastOf = (year: number, month: number): string => iso(Date.UTC(year, month, 0));

/** What a reader chooses with one click; all end today at the latest, because figures of days to come are refused. */
export const PRESETS = [
  'thisWeek',
  'thisMonth',
  'lastMonth',
  'last30',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'last12Months',
] as const;
export type Preset = (typeof PRESETS)[number];

export function presetPeriod(preset: Preset, today: string): Period {
  const { year, month } = parts(today);
  const quarter = month - ((month - 1) % 3);
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  const periods: Readonly<Record<Preset, Period>> = {
    thisWeek: { from: daysLater(today, -weekday), to: today },
    thisMonth: { from: firstOf(year, month), to: today },
    lastMonth: { from: firstOf(year, month - 1), to: lastOf(year, month - 1) },
    last30: { from: daysLater(today, -29), to: today },
    thisQuarter: { from: firstOf(year, quarter), to: today },
    lastQuarter: { from: firstOf(year, quarter - 3), to: lastOf(year, quarter - 1) },
    thisYear: { from: firstOf(year, 1), to: today },
    last12Months: { from: firstOf(year, month - 12), to: lastOf(year, month - 1) },
  };
  return periods[preset];
}

export const presetOf = ({ from, to }: Period, today: string): Preset | undefined =>
  PRESETS.find((preset) => {
    const period = presetPeriod(preset, today);
    return period.from === from && period.to === to;
  });

/**
 * What a period is compared with: whole months with as many months before them, the first days of a month with the same
 * days of the month before, any other days with as many right before them.
 */
export function periodBefore({ from, to }: Period): Period {
  const [start, end] = [parts(from), parts(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month + 1;
  if (start.ofMonth === 1 && to === lastOf(end.year, end.month)) {
    return { from: firstOf(start.year, start.month - months), to: daysLater(from, -1) };
  }
  if (start.ofMonth === 1 && months === 1 && from !== to) {
    const before = firstOf(start.year, start.month - 1);
    const same = daysLater(before, end.ofMonth - 1);
    const last = daysLater(from, -1);
    return { from: before, to: same < last ? same : last };
  }
  return { from: daysLater(from, -lengthOf({ from, to })), to: daysLater(from, -1) };
}

/** `2020-06` when the period is that whole month. */
export const wholeMonth = ({ from, to }: Period): string | undefined => {
  const { year, month } = parts(from);
  return from === firstOf(year, month) && to === lastOf(year, month) ? from.slice(0, 7) : undefined;
};

/** As many steps as can be told apart beside each other. */
const MANY_DAYS = 45;
const MANY_WEEKS_DAYS = 7 * 45;

export function stepFor(period: Period): Step {
  const days = lengthOf(period);
  if (days <= MANY_DAYS) return 'day';
  return days <= MANY_WEEKS_DAYS ? 'week' : 'month';
}

/** The weeks before a day, the last of which it ends. */
const SPARK_WEEKS = 8;
export const sparkPeriod = ({ to }: Period): Period => ({
  from: daysLater(to, 1 - 7 * SPARK_WEEKS),
  to,
});

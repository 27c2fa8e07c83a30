import { type LocalDay, NONE } from '../statistics.ts';
import type { BurstEvidence, Finding } from './alert.ts';
import { chanceOfSoMany, type Counting, firstBelow } from './chances.ts';

/**
 * Over all services, places and the whole province together, on one day. The spread of eight weeks is itself only known
 * roughly, which makes it some times as much in truth; a hundredth is what docs/alerts.md promises and a test simulates.
 */
export const BURST_CHANCE = 0.001;

/** Fewer reports a day are no burst, however rare they are: a street without light, which its cases tell. */
export const MIN_BURST = 8;

/** With fewer days behind it a hotline does not know yet what is usual. */
export const MIN_DAYS = 14;

/**
 * So many days of earlier bursts are left out of what is usual: after a flood the next one would have to be larger. More of
 * them are no exception any more, but how things are now.
 */
export const MOST_LEFT_OUT = 7;

/** The reports of a burst of which so many lie in one place (or are of one service) are told of together with it. */
export const MOSTLY = 0.8;

export type SeriesBy = 'service' | 'commune' | 'ward' | 'all';

/** What was received of a service or a place: today, and on each day before, those without any too. */
export interface DailyReceipts {
  readonly by: SeriesBy;
  /** Null of `all`. */
  readonly value: string | null;
  readonly today: number;
  readonly before: readonly number[];
  /** Positions in `before` of days on which an alert of it was raised. */
  readonly burstDays: readonly number[];
}

/** A report of today, by what bursts are told apart. */
export interface Report {
  readonly service: string;
  readonly place: string;
}

export interface BurstQuestion {
  readonly day: LocalDay;
  readonly series: readonly DailyReceipts[];
  /** The division by which places are counted on that day. */
  readonly placesBy: 'commune' | 'ward';
  /** Subjects of which an alert was raised today: they are told first, so that no other one is told for the same reports. */
  readonly raised: readonly { readonly by: string; readonly value: string | null }[];
}

interface Judged extends DailyReceipts {
  readonly counting: Counting;
  readonly days: number;
  readonly bound: number;
}

/** The services and places of which more was received today than chance brings: usual days are negative binomial. */
export function burstingIn({ series }: BurstQuestion): readonly Judged[] {
  const chance = BURST_CHANCE / series.length;
  const usual = series
    .filter(({ before }) => before.length >= MIN_DAYS)
    .map((one) => ({ ...one, usual: usualDays(one) }));
  const least = commonDispersion(usual.map((one) => one.usual));
  return usual.flatMap((one) => {
    if (one.today < MIN_BURST) return [];
    const counting = countingOf(one.usual, least);
    // The first count that chance is not held to bring is one above it.
    const bound = Math.max(MIN_BURST, firstBelow(chance, counting)) - 1;
    return one.today > bound ? [{ ...one, counting, days: one.usual.length, bound }] : [];
  });
}

function usualDays({ before, burstDays }: DailyReceipts): readonly number[] {
  const largest = [...burstDays].sort((a, b) => (before[b] ?? 0) - (before[a] ?? 0));
  const leftOut = new Set(largest.slice(0, MOST_LEFT_OUT));
  return before.filter((_, index) => !leftOut.has(index));
}

/** How much more than a Poisson's the variance of these days is; a Poisson's is as much as its mean. */
function dispersionOf(days: readonly number[]): number {
  const mean = sumOf(days) / days.length;
  const around = sumOf(days.map((count) => (count - mean) ** 2));
  return mean === 0 ? 1 : around / (days.length - 1) / mean;
}

/** That of an average service or place which had anything at all. */
function commonDispersion(all: readonly (readonly number[])[]): number {
  const own = all.filter((days) => sumOf(days) > 0).map(dispersionOf);
  return own.length === 0 ? 1 : sumOf(own) / own.length;
}

/**
 * What the next day may bring, after these. The mean is that of Jeffreys' prior (half a report more), so that what never
 * happened is not impossible. The variance is that of the days, at least that of an average service or place, since a few
 * reports in two months do not show how they cluster, and at least a Poisson's; and what the mean may be off.
 */
export function countingOf(days: readonly number[], least: number): Counting {
  const mean = (sumOf(days) + 0.5) / days.length;
  const dispersion = Math.max(1, least, dispersionOf(days));
  const variance = dispersion * mean * (1 + 1 / days.length);
  return { mean, size: mean ** 2 / (variance - mean) };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/**
 * One burst for the same reports: a flood in a ward is one of its service and one of its ward. The largest takes its reports
 * out of the others, and what is no burst without them is not told of. The whole province is told of last.
 */
export function burstsOf(question: BurstQuestion, reports: readonly Report[]): readonly Finding[] {
  const found: Finding[] = [];
  let left = reports;
  for (const one of burstingIn(question).toSorted(firstOf(question))) {
    const explained = countOf(one, reports) - countOf(one, left);
    if (one.today - explained <= one.bound) continue;
    found.push(findingOf(one, { ...question, reports }));
    left = left.filter((report) => !isOf(one, report));
  }
  return found;
}

interface Told extends Pick<BurstQuestion, 'day' | 'placesBy'> {
  readonly reports: readonly Report[];
}

const findingOf = (one: Judged, told: Told): Finding => ({
  subject: { by: one.by, value: one.value },
  period: { from: told.day, to: told.day },
  evidence: {
    kind: 'burst',
    received: one.today,
    usual: one.counting.mean,
    days: one.days,
    bound: one.bound,
    chance: chanceOfSoMany(one.today, one.counting),
    mostly: mostlyIn(one, told),
  },
});

/** The place with most reports of a service, or the service with most of a place. */
function mostlyIn(one: Judged, { reports, placesBy }: Told): BurstEvidence['mostly'] {
  if (one.by === 'all') return null;
  const own = reports.filter((report) => isOf(one, report));
  const other = one.by === 'service' ? 'place' : 'service';
  const groups = [...Map.groupBy(own, (report) => report[other])];
  const [value, most] = groups.reduce<readonly [string, readonly Report[]]>(
    (best, group) => (group[1].length > best[1].length ? group : best),
    [NONE, []],
  );
  if (value === NONE || most.length < own.length * MOSTLY) return null;
  return { by: other === 'place' ? placesBy : 'service', value, received: most.length };
}

const firstOf =
  ({ raised }: BurstQuestion) =>
  (a: Judged, b: Judged): number =>
    rank(a, raised) - rank(b, raised) ||
    excess(b) - excess(a) ||
    `${a.by} ${a.value ?? ''}`.localeCompare(`${b.by} ${b.value ?? ''}`);

function rank(one: Judged, raised: BurstQuestion['raised']): number {
  if (one.by === 'all') return 3;
  if (raised.some(({ by, value }) => by === one.by && value === one.value)) return 0;
  return 1;
}

const excess = ({ today, counting: { mean } }: Judged): number => today - mean;

const isOf = ({ by, value }: DailyReceipts, { service, place }: Report): boolean =>
  by === 'all' || (by === 'service' ? service : place) === value;

const countOf = (one: DailyReceipts, reports: readonly Report[]): number =>
  reports.filter((report) => isOf(one, report)).length;

import {
  type BurstQuestion,
  burstingIn,
  burstsOf,
  type DailyReceipts,
  MIN_BURST,
  type Report,
} from '../domain/alerts/bursts.ts';
import type { Alert, Finding } from '../domain/alerts/alert.ts';
import { DAYS_BEFORE } from '../domain/alerts/weeks.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { type Cell, type LocalDay, NONE } from '../domain/statistics.ts';
import { dayBefore, daysLater } from '../domain/statistics-period.ts';
import { rowOf } from '../domain/statistics-rows.ts';
import type { CountedCases, DaySum, SeriesReader } from '../ports/statistics.ts';

export interface BurstPorts {
  readonly series: SeriesReader;
  readonly counted: CountedCases;
  readonly jurisdiction: Jurisdiction;
}

export interface DayOf {
  readonly jurisdictionId: JurisdictionId;
  readonly today: LocalDay;
  /** Alerts of today and of the days with which it is compared. */
  readonly stored: readonly Alert[];
}

/** Reports of a day that are looked at one by one: half a read unit each. Of more, these tell how they lie. */
const MOST_LOOKED_AT = 10_000;
const PAGE = 1_000;

type PlacesBy = BurstQuestion['placesBy'];

/** Services and places of which more is received today than chance brings. On most days it reads today's counters and no more. */
export async function watchBursts(of: DayOf, ports: BurstPorts): Promise<readonly Finding[]> {
  const placesBy = divisionOn(of.today, ports.jurisdiction);
  const read = (from: LocalDay) => receiptsOf({ ...of, from, placesBy }, ports);
  const today = await read(of.today);
  if (today.every(({ counts }) => (counts.get(of.today) ?? 0) < MIN_BURST)) return [];
  const series = seriesOf(await read(daysLater(of.today, -DAYS_BEFORE)), of);
  const raised = of.stored
    .filter(({ period, evidence }) => period.from === of.today && evidence.kind === 'burst')
    .map(({ subject }) => subject);
  const question = { day: of.today, series, placesBy, raised };
  if (burstingIn(question).length === 0) return [];
  return burstsOf(question, await reportsOf({ ...of, placesBy }, ports));
}

/** Wards since the first of them took over, communes before. */
function divisionOn(day: LocalDay, { areas }: Jurisdiction): PlacesBy {
  const isInForce = [...areas.values()].some(
    ({ kind, validFrom }) => kind === 'ward' && validFrom !== null && validFrom <= day,
  );
  return isInForce ? 'ward' : 'commune';
}

interface Receipts extends Pick<DailyReceipts, 'by' | 'value'> {
  readonly counts: ReadonlyMap<LocalDay, number>;
}

interface Asked extends DayOf {
  readonly placesBy: PlacesBy;
}

/** What was received on each day up to today, of every service and place that has any, and of all. */
async function receiptsOf(
  { jurisdictionId, from, today, placesBy }: Asked & { readonly from: LocalDay },
  { series, jurisdiction }: BurstPorts,
): Promise<readonly Receipts[]> {
  const sums = await series.daySums({
    jurisdictionId,
    dimensions: ['service', 'area'],
    period: { from, to: today },
  });
  const of = (dimension: DaySum['dimension']) => sums.filter((sum) => sum.dimension === dimension);
  const [services, places] = [of('service'), of('area')];
  const grouped = (by: 'service' | PlacesBy, sums: readonly DaySum[]): Receipts[] =>
    [...Map.groupBy(sums, ({ value }) => rowOf(value, by, jurisdiction))]
      .filter(([value]) => value !== NONE)
      .map(([value, own]) => ({ by, value, counts: byDay(own) }));
  return [
    ...grouped('service', services),
    ...grouped(placesBy, places),
    { by: 'all', value: null, counts: byDay(services) },
  ];
}

function byDay(sums: readonly DaySum[]): ReadonlyMap<LocalDay, number> {
  const days = new Map<LocalDay, number>();
  for (const { day, counts } of sums) days.set(day, (days.get(day) ?? 0) + (counts.received ?? 0));
  return days;
}

/** Days begin with the first on which anything was received: a hotline that is younger had none before. */
function seriesOf(receipts: readonly Receipts[], { today, stored }: DayOf): DailyReceipts[] {
  const counted = receipts.flatMap(({ counts }) => [...counts.keys()]);
  const first = counted.reduce((a, b) => (a < b ? a : b), today);
  const days: LocalDay[] = [];
  for (let day = dayBefore(today); day >= first; day = dayBefore(day)) days.push(day);
  return receipts.map(({ by, value, counts }) => {
    const bursts = new Set(
      stored
        .filter(({ subject }) => subject.by === by && subject.value === value)
        .flatMap(({ evidence, period }) => (evidence.kind === 'burst' ? [period.from] : [])),
    );
    return {
      by,
      value,
      today: counts.get(today) ?? 0,
      before: days.map((day) => counts.get(day) ?? 0),
      burstDays: days.flatMap((day, index) => (bursts.has(day) ? [index] : [])),
    };
  });
}

/** Today's reports, from the list behind the figures. */
async function reportsOf(
  { jurisdictionId, today, placesBy }: Asked,
  { counted, jurisdiction }: BurstPorts,
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  // The day begins in the evening before, by the zone of places in the list.
  let after: string | undefined = dayBefore(today);
  do {
    const page = await counted.list({
      jurisdictionId,
      months: [today.slice(0, 7)],
      after,
      limit: PAGE,
    });
    for (const { contributions } of page.cases) {
      const received = contributions.find(
        ({ day, counters }) => day === today && counters.includes('received'),
      );
      if (received === undefined) continue;
      const valueIn = (dimension: Cell[0]) =>
        received.cells.find(([one]) => one === dimension)?.[1] ?? NONE;
      reports.push({
        service: valueIn('service'),
        place: rowOf(valueIn('area'), placesBy, jurisdiction),
      });
    }
    after = page.next;
  } while (after !== undefined && reports.length < MOST_LOOKED_AT);
  return reports;
}

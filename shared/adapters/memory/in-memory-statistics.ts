import type { CaseId, JurisdictionId } from '../../domain/case.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { BinCounter, Counter } from '../../domain/statistics.ts';
import type { CountedCase, CountingStep, Increment } from '../../domain/statistics-counting.ts';
import {
  countedGenerations,
  FIRST_GENERATIONS,
  type Generations,
  isKept,
  withNewGeneration,
  withSwitch,
} from '../../domain/statistics-generations.ts';
import { dayOfMonth, monthsOf } from '../../domain/statistics-period.ts';
import { type MonthTimes, monthTimesOf } from '../../domain/statistics-times.ts';
import type {
  CounterAudit,
  CountedCases,
  CountedQuestion,
  CountingConflict,
  DaySum,
  Generation,
  MonthSum,
  RebuildSuperseded,
  SeriesReader,
  StatisticsGenerations,
  StatisticsLedger,
  StatisticsReader,
  SumsQuestion,
  TimesReader,
} from '../../ports/statistics.ts';

interface Stored {
  readonly generation: Generation;
  readonly cases: Map<CaseId, CountedCase>;
  readonly counters: Map<string, Increment>;
  /** Months in which each case is listed, by its place. */
  readonly lists: Map<string, { readonly caseId: CaseId; readonly months: Set<string> }>;
}

/** Counters that last as long as the process. */
export class InMemoryStatistics
  implements
    StatisticsLedger,
    StatisticsReader,
    SeriesReader,
    TimesReader,
    CountedCases,
    CounterAudit,
    StatisticsGenerations
{
  readonly #generations = new Map<JurisdictionId, Generations>();
  readonly #stored = new Map<string, Stored>();

  generations(jurisdictionId: JurisdictionId): Promise<readonly Generation[]> {
    const numbers = countedGenerations(this.#current(jurisdictionId));
    return Promise.resolve(numbers.map((number) => ({ jurisdictionId, number })));
  }

  counted(
    generation: Generation,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, CountedCase>> {
    const { cases } = this.#of(generation);
    const found = caseIds.flatMap((caseId) => {
      const counted = cases.get(caseId);
      return counted === undefined ? [] : [[caseId, counted] as const];
    });
    return Promise.resolve(new Map(found));
  }

  count(
    generation: Generation,
    steps: readonly CountingStep[],
  ): Promise<Result<null, CountingConflict>> {
    const { cases, counters, lists } = this.#of(generation);
    for (const { caseId, from, to, increments, listed } of steps) {
      if ((cases.get(caseId)?.version ?? 0) !== from) {
        return Promise.resolve(err({ code: 'COUNTING_CONFLICT' }));
      }
      cases.set(caseId, to);
      for (const increment of increments) add(counters, increment);
      const place = `${listed.receivedAt}#${caseId}`;
      const months = lists.get(place)?.months ?? [];
      lists.set(place, { caseId, months: new Set([...months, ...listed.months]) });
    }
    return Promise.resolve(ok(null));
  }

  sums({ jurisdictionId, dimensions, period }: SumsQuestion): Promise<readonly MonthSum[]> {
    const counters = this.#inUse(jurisdictionId);
    const rows = monthsOf(period).flatMap(({ month, firstDay, lastDay }) =>
      dimensions.flatMap((dimension) => {
        const ofMonth = counters.filter(
          (c) => c.dimension === dimension && c.day.startsWith(month),
        );
        return [...Map.groupBy(ofMonth, ({ value }) => value)].map(([value, all]) => ({
          dimension,
          month,
          value,
          counts: sumByCounter(
            all.filter(({ day }) => dayOfMonth(day) >= firstDay && dayOfMonth(day) <= lastDay),
          ),
        }));
      }),
    );
    return Promise.resolve(rows);
  }

  daySums({
    jurisdictionId,
    dimensions,
    period: { from, to },
  }: SumsQuestion): Promise<readonly DaySum[]> {
    const rows = dimensions.flatMap((dimension) => {
      const counters = this.#inUse(jurisdictionId).filter(
        ({ day, ...one }) => one.dimension === dimension && day >= from && day <= to,
      );
      const groups = [...Map.groupBy(counters, ({ day, value }) => `${day} ${value}`).values()];
      return groups.flatMap(([first, ...rest]) => {
        if (first === undefined) return [];
        const { day, value } = first;
        const counts = sumByCounter([first, ...rest]);
        return [{ dimension, day, month: day.slice(0, 7), value, counts }];
      });
    });
    return Promise.resolve(rows);
  }

  times({
    jurisdictionId,
    period: { from, to },
  }: Parameters<TimesReader['times']>[0]): Promise<readonly MonthTimes[]> {
    const bins = this.#inUse(jurisdictionId).filter(
      ({ dimension, day }) => dimension === 'times' && day >= from && day <= to,
    );
    return Promise.resolve(monthTimesOf(bins));
  }

  list({ jurisdictionId, months, after = '', limit }: CountedQuestion) {
    const { inUse: number } = this.#current(jurisdictionId);
    const { cases, lists } = this.#of({ jurisdictionId, number });
    const found = [...lists]
      .filter(([place, listed]) => place > after && months.some((m) => listed.months.has(m)))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const page = found.slice(0, limit).map(([place, { caseId }]) => ({
      caseId,
      place,
      contributions: cases.get(caseId)?.contributions ?? [],
    }));
    const next = found.length > limit ? page.at(-1)?.place : undefined;
    return Promise.resolve({ cases: page, next });
  }

  counters(generation: Generation, month: string): Promise<readonly Increment[]> {
    const counters = [...this.#of(generation).counters.values()];
    return Promise.resolve(counters.filter(({ day }) => day.startsWith(month)));
  }

  begin(jurisdictionId: JurisdictionId): Promise<Generation> {
    const next = withNewGeneration(this.#current(jurisdictionId));
    this.#generations.set(jurisdictionId, next);
    return Promise.resolve({ jurisdictionId, number: next.last });
  }

  finish({ jurisdictionId, number }: Generation): Promise<Result<null, RebuildSuperseded>> {
    const current = this.#current(jurisdictionId);
    if (current.inUse === number) return Promise.resolve(ok(null));
    if (current.building !== number) return Promise.resolve(err({ code: 'REBUILD_SUPERSEDED' }));
    this.#generations.set(jurisdictionId, withSwitch(current, number));
    return Promise.resolve(ok(null));
  }

  sweep(jurisdictionId: JurisdictionId) {
    let deleted = 0;
    for (const [key, { generation, cases, counters }] of this.#stored) {
      if (generation.jurisdictionId !== jurisdictionId) continue;
      if (isKept(this.#current(jurisdictionId), generation.number)) continue;
      deleted += cases.size + counters.size;
      this.#stored.delete(key);
    }
    return Promise.resolve({ deleted, next: undefined });
  }

  #current(jurisdictionId: JurisdictionId): Generations {
    return this.#generations.get(jurisdictionId) ?? FIRST_GENERATIONS;
  }

  #inUse(jurisdictionId: JurisdictionId): Increment[] {
    const { inUse: number } = this.#current(jurisdictionId);
    return [...this.#of({ jurisdictionId, number }).counters.values()];
  }

  #of(generation: Generation): Stored {
    const key = `${generation.jurisdictionId}#${generation.number}`;
    const stored = this.#stored.get(key) ?? {
      generation,
      cases: new Map<CaseId, CountedCase>(),
      counters: new Map<string, Increment>(),
      lists: new Map<string, { caseId: CaseId; months: Set<string> }>(),
    };
    this.#stored.set(key, stored);
    return stored;
  }
}

function add(counters: Map<string, Increment>, increment: Increment): void {
  const { day, dimension, value, counter, by } = increment;
  const key = `${day} ${dimension} ${value} ${counter}`;
  counters.set(key, { ...increment, by: by + (counters.get(key)?.by ?? 0) });
}

function sumByCounter(increments: readonly Increment[]): Partial<Record<Counter, number>> {
  const sums: Partial<Record<Counter | BinCounter, number>> = {};
  for (const { counter, by } of increments) sums[counter] = (sums[counter] ?? 0) + by;
  return sums;
}

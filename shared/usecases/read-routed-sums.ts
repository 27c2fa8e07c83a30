import type { Role } from '../domain/actor.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Counter, StatisticsContext, SummedDimension } from '../domain/statistics.ts';
import { checkPeriod, type Period, type PeriodError } from '../domain/statistics-period.ts';
import type { Sums } from '../domain/statistics-routing-figures.ts';
import {
  AGENTS_REFUSED,
  type BreakdownRefused,
  mayBreakDown,
  type ReturnBreakdown,
  type RowSources,
} from '../domain/statistics-routing-rows.ts';
import type { StaffRegister } from '../ports/staff-directory.ts';
import type { MonthSum, StatisticsReader } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';
import { staffNames } from './staff-names.ts';

export interface RoutedQuestion<By extends ReturnBreakdown> extends Period {
  readonly jurisdictionId: JurisdictionId;
  readonly by?: By | undefined;
  /** Of who asks. */
  readonly role: Role;
}

export interface ReadRoutedPorts {
  readonly statistics: StatisticsReader;
  readonly staff: Pick<StaffRegister, 'list'>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

export type RoutedError = PeriodError | BreakdownRefused;

/** What is needed to answer, once it is known that it may be answered. */
export interface Asked {
  readonly asOf: string;
  readonly period: Period;
  readonly sources: RowSources;
  readonly sums: (dimensions: readonly SummedDimension[]) => Promise<readonly MonthSum[]>;
}

/** Refuses what may not be asked, before anything is read. */
export async function askedOf(
  { jurisdictionId, by, role, from, to }: RoutedQuestion<ReturnBreakdown>,
  { statistics, staff, clock, jurisdiction, context }: ReadRoutedPorts,
): Promise<Result<Asked, RoutedError>> {
  if (!mayBreakDown(by, role)) return err(AGENTS_REFUSED);
  const asOf = clock.now().toISOString();
  const { coveredYears } = jurisdiction.calendarData;
  const checked = checkPeriod({ from, to }, { today: context.localDay(asOf), coveredYears });
  if (!checked.ok) return checked;
  const period = checked.value;
  const names =
    by === 'agent' ? await staffNames(jurisdictionId, staff) : new Map<string, string>();
  return ok({
    asOf,
    period,
    sources: { jurisdiction, period, staff: names },
    sums: (dimensions) => statistics.sums({ jurisdictionId, dimensions, period }),
  });
}

/** All counters of several months and values in one. */
export function addedUp(sums: readonly MonthSum[]): Sums {
  const total: Partial<Record<Counter, number>> = {};
  for (const { counts } of sums) {
    // The keys of the counts are counters, which Object.entries forgets.
    for (const [counter, count] of Object.entries(counts) as [Counter, number][]) {
      total[counter] = (total[counter] ?? 0) + count;
    }
  }
  return total;
}

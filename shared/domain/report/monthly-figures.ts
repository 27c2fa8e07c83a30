import type { Instant } from '../case.ts';
import type { CaseClass } from '../service-catalog.ts';
import type { ActivityCounts } from '../statistics-activity-figures.ts';
import type { ContactFigures } from '../statistics-contact.ts';
import type { DeadlineFigures } from '../statistics-deadlines.ts';
import type { Figures } from '../statistics-figures.ts';
import type { TimeFigures } from '../statistics-percentiles.ts';
import type { Month, Period } from '../statistics-period.ts';
import type { ReturnCounts, ReturnedCases } from '../statistics-return-figures.ts';
import type { RoutingFigures } from '../statistics-routing-figures.ts';
import type { RowLabel } from '../statistics-rows.ts';
import type { LocalDay } from '../statistics.ts';

/** Of all cases, with whether the first contact was enough. */
export type TotalFigures = Figures & { readonly contact: ContactFigures };

export type ReceivedByClass = Readonly<Record<CaseClass | 'unclassified', number>>;

/** What a month is held against. */
export interface FiguresBefore {
  readonly period: Period;
  readonly total: TotalFigures;
  readonly receivedByClass: ReceivedByClass;
  readonly deadlines: DeadlineFigures;
}

/** A department lies in no place, so in none of several. */
export type DepartmentFigures = Omit<RowLabel, 'among'> & Figures;

/** Everything that a report of a month says, all of it read at one moment. */
export interface MonthlyFigures {
  readonly month: Month;
  /** Ends today while the month goes on. */
  readonly period: Period;
  readonly asOf: Instant;
  /** The local day of asking: what was due before it and is open is overdue. */
  readonly today: LocalDay;
  /** Null while the month goes on, and where the calendar knows no month before. */
  readonly before: FiguresBefore | null;
  readonly total: TotalFigures;
  readonly receivedByClass: ReceivedByClass;
  readonly byClass: readonly (RowLabel & Figures)[];
  readonly byDepartment: readonly DepartmentFigures[];
  readonly byGroup: readonly (RowLabel & Figures)[];
  readonly byChannel: readonly (RowLabel & Figures)[];
  /** In the division of the month: districts until 30 June 2025, wards since. */
  readonly byPlace: readonly (RowLabel & Figures)[];
  readonly places: 'district' | 'ward';
  /** Each day of the period, and what was received on it of each class. */
  readonly days: readonly LocalDay[];
  readonly receivedByDay: readonly (RowLabel & { readonly received: readonly number[] })[];
  readonly deadlines: DeadlineFigures;
  readonly deadlinesByDepartment: readonly (RowLabel & DeadlineFigures)[];
  readonly times: TimeFigures;
  /** Within which a case is to be routed or answered. */
  readonly handOffMinutes: number;
  readonly routing: RoutingFigures;
  readonly returns: ReturnCounts & { readonly perCase: ReturnedCases };
  readonly activity: ActivityCounts;
}

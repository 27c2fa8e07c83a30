import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { ok, type Result } from '../domain/result.ts';
import type { CaseClass } from '../domain/service-catalog.ts';
import {
  type ContactFigures,
  contactFiguresOf,
  isContactBreakdown,
} from '../domain/statistics-contact.ts';
import { type Figures, figuresOf, sumCounts } from '../domain/statistics-figures.ts';
import { type Counter, type LocalDay, NONE, type StatisticsContext } from '../domain/statistics.ts';
import { checkPeriod, type Period, type PeriodError } from '../domain/statistics-period.ts';
import {
  type Breakdown,
  dimensionOf,
  groupedByLabel,
  type RowLabel,
} from '../domain/statistics-rows.ts';
import type { MonthSum, StatisticsReader } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';

export interface HeadlineQuestion extends Period {
  readonly jurisdictionId: JurisdictionId;
  readonly by?: Breakdown | undefined;
}

export interface HeadlineRow extends RowLabel, Figures {
  /** Of departments only: cases forwarded in the period in which it supports another. */
  readonly supporting?: number;
  /** By class, channel, month and quarter, in which first contacts are counted. */
  readonly contact?: ContactFigures;
}

export interface Headline {
  readonly period: Period;
  /** When the counters were read. */
  readonly asOf: string;
  readonly total: Figures & { readonly contact: ContactFigures };
  /** How the received cases divide, by class and, for those that have none yet, `unclassified`. */
  readonly receivedByClass: Readonly<Record<CaseClass | 'unclassified', number>>;
  /** Empty without `by`. They add up to the total, but for supporting departments. */
  readonly rows: readonly HeadlineRow[];
}

export type ReadHeadline = (question: HeadlineQuestion) => Promise<Result<Headline, PeriodError>>;

export interface ReadHeadlinePorts {
  readonly statistics: StatisticsReader;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/** The figures of any period of whole days, as a total or broken down. */
export const createReadHeadline =
  ({ statistics, clock, jurisdiction, context }: ReadHeadlinePorts): ReadHeadline =>
  async ({ jurisdictionId, by, from, to }) => {
    const asOf = clock.now().toISOString();
    const today: LocalDay = context.localDay(asOf);
    const { coveredYears } = jurisdiction.calendarData;
    const period = checkPeriod({ from, to }, { today, coveredYears });
    if (!period.ok) return period;
    const dimension = dimensionOf(by);
    const dimensions = [...new Set(['class', dimension] as const)];
    const read = await statistics.sums({ jurisdictionId, dimensions, period: period.value });
    const sums = read.filter((sum) => sum.dimension === dimension);
    const ofClasses = read.filter((sum) => sum.dimension === 'class');
    return ok({
      period: period.value,
      asOf,
      // Of the classes, of which every case has one or none: supporting departments do not add up.
      total: { ...figures(ofClasses), contact: contact(ofClasses) },
      receivedByClass: receivedByClass(ofClasses),
      rows:
        by === undefined
          ? []
          : groupedByLabel(sums, by, { jurisdiction, period: period.value }).map(
              ({ label, own }) => ({
                ...label,
                ...figures(own),
                ...(by === 'department' && { supporting: sumOf('supporting', own) }),
                ...(isContactBreakdown(by) && { contact: contact(own) }),
              }),
            ),
    });
  };

function receivedByClass(sums: readonly MonthSum[]): Headline['receivedByClass'] {
  const received = (value: CaseClass | typeof NONE): number =>
    sumCounts(sums.filter((sum) => sum.value === value).map(({ counts }) => counts)).received;
  return {
    procedure: received('procedure'),
    field_report: received('field_report'),
    information: received('information'),
    unclassified: received(NONE),
  };
}

const figures = (sums: readonly MonthSum[]): Figures =>
  figuresOf(sumCounts(sums.map(({ counts }) => counts)));

const contact = (sums: readonly MonthSum[]): ContactFigures =>
  contactFiguresOf(
    { firstContact: sumOf('firstContact', sums), repeats: sumOf('repeats', sums) },
    sumOf('received', sums),
  );

const sumOf = (counter: Counter, sums: readonly MonthSum[]): number =>
  sums.reduce((sum, { counts }) => sum + (counts[counter] ?? 0), 0);

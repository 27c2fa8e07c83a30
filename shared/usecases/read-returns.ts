import { ok, type Result } from '../domain/result.ts';
import { returnDimension } from '../domain/statistics.ts';
import type { Period } from '../domain/statistics-period.ts';
import {
  type Refusals,
  refusalsOf,
  type ReturnCounts,
  returnCountsOf,
  type ReturnedCases,
  returnedCasesOf,
} from '../domain/statistics-return-figures.ts';
import {
  groupedByRouting,
  type ReturnBreakdown,
  routedDimensionOf,
} from '../domain/statistics-routing-rows.ts';
import type { RowLabel } from '../domain/statistics-rows.ts';
import type { MonthSum } from '../ports/statistics.ts';
import {
  addedUp,
  type Asked,
  askedOf,
  type ReadRoutedPorts,
  type RoutedError,
  type RoutedQuestion,
} from './read-routed-sums.ts';

export interface ReturnsRow extends RowLabel, ReturnCounts {
  /** Not by department, where returns are of who refused, nor by pair. */
  readonly perCase?: ReturnedCases;
  /** By department only. A case may be refused by several, so they have no total. */
  readonly refusals?: Refusals;
}

export interface Returns {
  readonly period: Period;
  /** When the counters were read. */
  readonly asOf: string;
  readonly total: ReturnCounts & { readonly perCase: ReturnedCases };
  /** Empty without `by`. Their returns add up to the total's. */
  readonly rows: readonly ReturnsRow[];
}

export type ReadReturns = (
  question: RoutedQuestion<ReturnBreakdown>,
) => Promise<Result<Returns, RoutedError>>;

/** What departments sent back, why, and what it cost, of the cases forwarded in a period. */
export const createReadReturns =
  (ports: ReadRoutedPorts): ReadReturns =>
  async (question) => {
    const asked = await askedOf(question, ports);
    if (!asked.ok) return asked;
    const { asOf, period, sources } = asked.value;
    const { by } = question;
    const { read, total } = await readSums(by, asked.value);
    const sums = addedUp(total);
    return ok({
      period,
      asOf,
      total: { ...returnCountsOf(sums), perCase: returnedCasesOf(sums) },
      rows:
        by === undefined
          ? []
          : groupedByRouting(read, by, sources).map(({ label, own }) => ({
              ...label,
              ...rowOf(own, by),
            })),
    });
  };

/** Pairs know nothing of the cases behind them, so the total comes from the classes, which are the shortest. */
async function readSums(by: ReturnBreakdown | undefined, { sums }: Asked) {
  if (by === 'pair') {
    const [read, total] = await Promise.all([
      sums(['returns-pair']),
      sums(['class', 'returns-class']),
    ]);
    return { read, total };
  }
  const dimension = routedDimensionOf(by);
  const read = await sums([dimension, returnDimension(dimension)]);
  return { read, total: read };
}

function rowOf(own: readonly MonthSum[], by: ReturnBreakdown): Omit<ReturnsRow, keyof RowLabel> {
  const sums = addedUp(own);
  const counts = returnCountsOf(sums);
  if (by === 'pair') return counts;
  return by === 'department'
    ? { ...counts, refusals: refusalsOf(sums) }
    : { ...counts, perCase: returnedCasesOf(sums) };
}

import type { CaseCounter, Contribution, LocalDay } from './statistics.ts';
import { CASE_COUNTERS } from './statistics.ts';
import { type Counts, sumCounts } from './statistics-figures.ts';
import type { Period } from './statistics-period.ts';
import { isRoutingNarrowing, ROUTING_NARROWINGS } from './statistics-routing.ts';
import { BREAKDOWNS, narrowedDimension, rowOf, type Units } from './statistics-rows.ts';
import { isSpan, spanOf } from './statistics-spans.ts';

/** The two cohorts of the headline. A table is of one of them. */
export const CROSS_VIEWS = ['received', 'forwarded'] as const;
export type CrossView = (typeof CROSS_VIEWS)[number];

/** What may be the rows of a table, and what its columns. */
export const CROSS_DIMENSIONS = [...BREAKDOWNS, 'week', 'day', ...ROUTING_NARROWINGS] as const;
export type CrossDimension = (typeof CROSS_DIMENSIONS)[number];

/** Who and what decided is known of what was forwarded. */
export const dimensionsOf = (view: CrossView): readonly CrossDimension[] =>
  view === 'forwarded'
    ? CROSS_DIMENSIONS
    : CROSS_DIMENSIONS.filter((dimension) => !isRoutingNarrowing(dimension));

/**
 * Cases that are looked at for one table. Counters hold one dimension each, so a table is added up from what each case
 * counts for: half a read unit a case, 10,500 of them and some five seconds in all, which is what a request may cost.
 */
export const MAX_CROSS_CASES = 20_000;

/** Cells that are not empty: one is 1 kB of the answer, and Lambda answers with 6 MB at most. */
export const MAX_CROSS_CELLS = 4_000;

export interface CrossShape {
  readonly view: CrossView;
  readonly rows: CrossDimension;
  readonly columns: CrossDimension;
}

export interface CrossCell {
  readonly row: string;
  readonly column: string;
  readonly counts: Counts;
}

type Tallied = Record<CaseCounter, number>;

/** A table that is added up case by case. */
export class CrossTally {
  readonly #shape: CrossShape;
  readonly #units: Units;
  readonly #total: Tallied = nothing();
  readonly #rows = new Map<string, Tallied>();
  readonly #columns = new Map<string, Tallied>();
  readonly #cells = new Map<string, Map<string, Tallied>>();

  constructor(shape: CrossShape, units: Units) {
    this.#shape = shape;
    this.#units = units;
  }

  /** What a case counts for on these days. */
  add(contributions: readonly Contribution[], { from, to }: Period): void {
    const { view } = this.#shape;
    const counted = contributions.filter(
      ({ day, counters }) => day >= from && day <= to && counters.includes(view),
    );
    // By whom it was forwarded is said beside what became of it.
    const results = counted.find(({ cells }) => cells.some(([dimension]) => dimension === 'class'));
    if (results === undefined) return;
    const counters = CASE_COUNTERS.filter((counter) => results.counters.includes(counter));
    const [rows, columns] = [this.#shape.rows, this.#shape.columns].map((dimension) =>
      this.#linesOf(dimension, { day: results.day, counted }),
    );
    for (const sums of this.#placesOf(rows ?? [], columns ?? [])) {
      for (const counter of counters) sums[counter] += 1;
    }
  }

  get total(): Counts {
    return this.#total;
  }

  get rows(): ReadonlyMap<string, Counts> {
    return this.#rows;
  }

  get columns(): ReadonlyMap<string, Counts> {
    return this.#columns;
  }

  /** Those that are not empty. */
  get cells(): CrossCell[] {
    return [...this.#cells].flatMap(([row, columns]) =>
      [...columns].map(([column, counts]) => ({ row, column, counts })),
    );
  }

  /** The lines of a dimension in which it stands: one, but for supporting departments. */
  #linesOf(
    dimension: CrossDimension,
    { day, counted }: { readonly day: LocalDay; readonly counted: readonly Contribution[] },
  ): string[] {
    if (isSpan(dimension)) return [spanOf(day, dimension)];
    const found = counted
      .flatMap(({ cells }) => cells)
      .filter(([name]) => name === narrowedDimension(dimension))
      .map(([, value]) => rowOf(value, dimension, this.#units));
    return [...new Set(found)];
  }

  #placesOf(rows: readonly string[], columns: readonly string[]): Tallied[] {
    return [
      this.#total,
      ...rows.map((row) => talliedIn(this.#rows, row)),
      ...columns.map((column) => talliedIn(this.#columns, column)),
      ...rows.flatMap((row) => {
        const ofRow = this.#cells.get(row) ?? new Map<string, Tallied>();
        this.#cells.set(row, ofRow);
        return columns.map((column) => talliedIn(ofRow, column));
      }),
    ];
  }
}

const nothing = (): Tallied => ({ ...sumCounts([]) });

function talliedIn(sums: Map<string, Tallied>, line: string): Tallied {
  const found = sums.get(line) ?? nothing();
  sums.set(line, found);
  return found;
}

import * as z from 'zod';
import { LocalDay } from '../domain/statistics.ts';
import {
  SERIES_BREAKDOWNS,
  SERIES_FIGURES,
  type SeriesFigure,
} from '../domain/statistics-series.ts';
import { SPANS } from '../domain/statistics-spans.ts';
import { among, asOf, count, DefinitionBody, row } from './statistics.ts';

/** Whole days that have begun, in at most 366 steps. */
export const SeriesQuery = z.strictObject({
  from: LocalDay,
  to: LocalDay,
  step: z.enum(SPANS),
  by: z.enum(SERIES_BREAKDOWNS).optional(),
});

const numbers = z.array(count).readonly();

const SeriesCounts = z.strictObject({
  received: numbers,
  forwarded: numbers,
  answered: numbers,
  satisfactory: numbers,
} satisfies Record<SeriesFigure, typeof numbers>);

/**
 * Address of the cases of a number, with `{from}` and `{to}` for the days of its step and `{figure}` for its name in
 * `counts` (RFC 6570). Null where the reader may not see them.
 */
const cases = z.string().nullable();

export const SeriesBody = z.strictObject({
  period: z.strictObject({ from: LocalDay, to: LocalDay, timeZone: z.string() }),
  step: z.enum(SPANS),
  by: z.enum(SERIES_BREAKDOWNS).nullable(),
  asOf,
  definitions: z.record(z.enum(SERIES_FIGURES), DefinitionBody),
  /** In order, without a gap; the first and the last are clipped to the period. Weeks begin on Monday. */
  steps: z.array(z.strictObject({ from: LocalDay, to: LocalDay })).readonly(),
  /** A number for each step. */
  total: z.strictObject({ counts: SeriesCounts, cases }),
  /** In the order of the catalogue, empty ones too; they add up to the total, but for supporting departments. Empty without `by`. */
  rows: z.array(z.strictObject({ ...row, among, counts: SeriesCounts, cases })),
});

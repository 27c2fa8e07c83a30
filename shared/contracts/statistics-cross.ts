import * as z from 'zod';
import { FORWARDED_COUNTERS, LocalDay, RECEIVED_COUNTERS } from '../domain/statistics.ts';
import { CROSS_DIMENSIONS, CROSS_VIEWS } from '../domain/statistics-cross.ts';
import {
  among,
  asOf,
  cases,
  count,
  DefinitionBody,
  row,
  Satisfaction,
  ShareBody,
} from './statistics.ts';

/** Whole days that have begun; `agent` is for supervisors and managers, and with `model` and `rule` of what was forwarded. */
export const CrossQuery = z.strictObject({
  from: LocalDay,
  to: LocalDay,
  view: z.enum(CROSS_VIEWS),
  rows: z.enum(CROSS_DIMENSIONS),
  columns: z.enum(CROSS_DIMENSIONS),
});

const each = <Counter extends string>(counters: readonly Counter[]) =>
  // Object.fromEntries forgets the keys, which are the counters.
  Object.fromEntries(counters.map((counter) => [counter, count])) as Record<Counter, typeof count>;

/** What is counted on the day of receipt. */
const received = {
  counts: z.strictObject({ ...each(RECEIVED_COUNTERS), incidents: count }),
  answeredOfReceived: ShareBody,
  cases,
};

/** What is counted on the day of the first forwarding. */
const forwarded = {
  counts: z.strictObject({ ...each(FORWARDED_COUNTERS), judged: count, satisfactory: count }),
  satisfaction: Satisfaction,
  cases,
};

const tableOf = <Figures extends typeof received | typeof forwarded>(figures: Figures) => ({
  period: z.strictObject({ from: LocalDay, to: LocalDay, timeZone: z.string() }),
  rowsBy: z.enum(CROSS_DIMENSIONS),
  columnsBy: z.enum(CROSS_DIMENSIONS),
  /** When the reading of the cases began. */
  asOf,
  /** Of the figures in it, as in the headline. */
  definitions: z.record(z.string(), DefinitionBody),
  total: z.strictObject(figures),
  /**
   * Lines in the order of the catalogue, empty ones too, each equal to the headline's. They add up to the total; a case
   * with several supporting departments is in the line of each.
   */
  rows: z.array(z.strictObject({ ...row, among, ...figures })),
  columns: z.array(z.strictObject({ ...row, among, ...figures })),
  /** Those that are not empty, with the values of their row and column. */
  cells: z.array(
    z.strictObject({ row: z.string().nullable(), column: z.string().nullable(), ...figures }),
  ),
});

export const CrossBody = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('received'), ...tableOf(received) }),
  z.strictObject({ view: z.literal('forwarded'), ...tableOf(forwarded) }),
]);

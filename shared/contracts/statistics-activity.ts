import * as z from 'zod';
import { LocalDay } from '../domain/statistics.ts';
import {
  ACTIVITY_BREAKDOWNS,
  ACTIVITY_FIGURES,
  type ActivityFigure,
} from '../domain/statistics-activity-figures.ts';
import { asOf, cases, count, DefinitionBody, row } from './statistics.ts';

/** Whole days that have begun. */
export const ActivityQuery = z.strictObject({
  from: LocalDay,
  to: LocalDay,
  by: z.enum(ACTIVITY_BREAKDOWNS).optional(),
});

/** What happened on these days. A case may have several of each, which its list says (`times`). */
const counts = z.strictObject({
  answersGiven: count,
  judgementsGiven: count,
  judgedSatisfied: count,
  judgedAcceptable: count,
  judgedUnsatisfied: count,
  reopenings: count,
  returnsMade: count,
  closures: count,
} satisfies Record<ActivityFigure, typeof count>);

export const ActivityBody = z.strictObject({
  period: z.strictObject({ from: LocalDay, to: LocalDay, timeZone: z.string() }),
  by: z.enum(ACTIVITY_BREAKDOWNS).nullable(),
  asOf,
  definitions: z.record(z.enum(ACTIVITY_FIGURES), DefinitionBody),
  total: z.strictObject({ counts, cases }),
  /** In the order of the catalogue, empty ones too; they add up to the total. Empty without `by`. */
  rows: z.array(z.strictObject({ ...row, counts, cases })),
});

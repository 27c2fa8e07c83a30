import * as z from 'zod';
import { Instant } from '../domain/case.ts';
import { INDICATOR_UNITS } from '../domain/indicators/indicator.ts';
import { IsoWeek } from '../domain/national-week.ts';
import { LocalDay } from '../domain/statistics.ts';
import { count, DefinitionBody, row, ShareBody } from './statistics.ts';

const period = z.strictObject({ from: LocalDay, to: LocalDay, timeZone: z.string() });

/** Whole days that have begun. */
export const IndicatorsQuery = z.strictObject({ from: LocalDay, to: LocalDay });

/** For a provincial operations centre: an id keeps its unit and meaning for ever; new ones may come. */
export const IndicatorsBody = z.strictObject({
  period,
  /** When the counters were read. */
  asOf: Instant,
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      unit: z.enum(INDICATOR_UNITS),
      definition: DefinitionBody,
      /** Not rounded; null where there is nothing to measure. */
      value: z.number().nullable(),
      /** Of a share; null of anything else. */
      numerator: count.nullable(),
      denominator: count.nullable(),
    }),
  ),
});

export const NationalWeekQuery = z.strictObject({
  week: IsoWeek,
  /** `csv` has a head in Vietnamese and a row a department. */
  format: z.enum(['json', 'csv']).default('json'),
});

const figures = {
  /** Of what was due in the week; open and overdue counts as failed. */
  onTime: ShareBody,
  /** Satisfactory of those judged, of what was forwarded in the week; read it with `judged`. */
  satisfaction: ShareBody,
  judged: ShareBody,
  satisfactionOfForwarded: ShareBody,
};

/** What the national index asks of each department, week by week. */
export const NationalWeekBody = z.strictObject({
  week: IsoWeek,
  /** Ends today where the week has not ended. */
  period,
  asOf: Instant,
  today: LocalDay,
  definitions: z.strictObject({
    onTime: DefinitionBody,
    satisfaction: DefinitionBody,
    judged: DefinitionBody,
    satisfactionOfForwarded: DefinitionBody,
  }),
  /** A share of fewer cases says little, and ranks nobody. */
  minimumRankingSample: count,
  total: z.strictObject(figures),
  rows: z.array(z.strictObject({ ...row, ...figures })),
});

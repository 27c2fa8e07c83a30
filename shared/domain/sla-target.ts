import * as z from 'zod';

/**
 * Time allowed for an answer. `workingDays`, `workingHours` and `workingMinutes` run on the jurisdiction's
 * calendar, `hours` round the clock. How each is counted: `dueAt` in sla.ts.
 */
export const Target = z.strictObject({
  amount: z.int().min(1),
  unit: z.enum(['workingDays', 'workingHours', 'workingMinutes', 'hours']),
});
export type Target = z.infer<typeof Target>;
export type TargetUnit = Target['unit'];

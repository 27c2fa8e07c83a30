import * as z from 'zod';

/** Deadlines and limits of the hotline itself; those of each service stand in the catalogue. */
export const SlaRules = z.strictObject({
  note: z.string().optional(),
  /** From receipt until the case is routed or answered, round the clock. */
  handOffMinutes: z.int().min(1),
  /** Calendar days after an answer in which the citizen may judge it. */
  judgingWindowDays: z.int().min(1),
  /** An open case is at risk once this share of its time is used. */
  atRiskShare: z.number().gt(0).lt(1),
  /** How often a department may commit to a later date. */
  maxExtensions: z.int().min(0),
  /** Whether handling departments see who reported; the desk always does. */
  departmentsSeeIdentity: z.boolean(),
  /** Share of the lead's target that a supporting department gets, unless the service sets its own. */
  supportingShare: z.number().gt(0).max(1),
});
export type SlaRules = z.infer<typeof SlaRules>;

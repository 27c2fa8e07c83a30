import * as z from 'zod';
import { Ladders } from './ladder.ts';
import { Target } from './sla-target.ts';

/** Above the agents. The province office is made up of managers. */
export const Arbiter = z.enum(['supervisor', 'province_office']);
export type Arbiter = z.infer<typeof Arbiter>;

/** Deadlines and limits of the hotline itself; those of each service stand in the catalogue. */
export const SlaRules = z.strictObject({
  note: z.string().optional(),
  /** From receipt until the case is routed or answered, round the clock. */
  handOffMinutes: z.int().min(1),
  /** Calendar days after an answer in which the citizen may judge it. */
  judgingWindowDays: z.int().min(1),
  /** How often the desk calls for a judgement, and how long after a call that nobody took it tries again. */
  callBacks: z.strictObject({ maxAttempts: z.int().min(1), againAfterHours: z.int().min(1) }),
  /** Who is told at which share of a clock's time, and how long after its deadline. */
  ladders: z.strictObject({ handOff: Ladders, answer: Ladders }),
  /** While the citizen is asked: when the asker is reminded of it, and when the case closes for want of a reply. */
  silence: z.strictObject({ remindAfter: Target, closeAfter: Target }),
  /** How often a department may commit to a later date. */
  maxExtensions: z.int().min(0),
  /** Whether handling departments see who reported; the desk always does. */
  departmentsSeeIdentity: z.boolean(),
  /** Who decides where a case goes that departments keep sending back. */
  returns: z.strictObject({
    /** From this return on; an earlier one goes to the desk, unless a department names one that has refused the case. */
    arbiterFrom: z.int().min(1),
    arbiter: Arbiter,
  }),
  /** Share of the lead's target that a supporting department gets, unless the service sets its own. */
  supportingShare: z.number().gt(0).max(1),
});
export type SlaRules = z.infer<typeof SlaRules>;

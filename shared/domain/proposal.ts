import * as z from 'zod';
import { CaseId } from './case.ts';
import { Proposed } from './proposed.ts';
import { WaitsBecause } from './waits-because.ts';

/** What the command and the event of a proposal say alike. */
export const proposal = {
  proposed: Proposed,
  /** Why a person must look at it; null where it routes itself. */
  waits: WaitsBecause.nullable(),
  /** The open case that it is likeliest to tell of again, and how likely, from 0 to 1. Shown, never merged by itself. */
  duplicate: z.strictObject({ caseId: CaseId, score: z.number().min(0).max(1) }).optional(),
};

import * as z from 'zod';

/** Why a message waits for a person. The first that holds is kept, so the order is the order of the checks. */
export const WAITS_BECAUSE = [
  'TOO_LATE',
  'DANGER',
  'ASKS_FOR_PERSON',
  'NOT_SURE',
  'CLASS_KEPT',
  'URGENT',
  'SERVICE_KEPT',
  'PLACE_NOT_CERTAIN',
  'NO_DEPARTMENT',
  'POSSIBLE_DUPLICATE',
] as const;
export const WaitsBecause = z.enum(WAITS_BECAUSE);
export type WaitsBecause = z.infer<typeof WaitsBecause>;

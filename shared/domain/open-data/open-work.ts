import * as z from 'zod';
import { Instant } from '../case.ts';
import { KeptTally } from './month-tally.ts';
import { Month } from '../statistics-period.ts';

/** A month that is being read. */
export const OpenWork = z.strictObject({
  month: Month,
  /** When its reading began. */
  asOf: Instant,
  /** The place in its list behind which it goes on; null at its beginning. */
  after: z.string().nullable(),
  tally: KeptTally,
});
export type OpenWork = z.infer<typeof OpenWork>;

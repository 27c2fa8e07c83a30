import * as z from 'zod';
import { Actor } from './actor.ts';
import { Instant } from './case.ts';

/** The lists that are bundled with the code come before every published one. */
export const BUNDLED_LIST = 0;

/** One publication of a list of the directory, its departments or its services: who, when, why, and on which list they decided. */
export const listPublication = () =>
  z.strictObject({
    /** 1..n without gaps; each was decided on the one before, the first on the bundled list (0). */
    number: z.int().min(1),
    publishedAt: Instant,
    publishedBy: Actor,
    reason: z.string().min(1),
    /** Codes of rows that came, and of those that say something else than before. No row ever goes. */
    added: z.array(z.string()),
    changed: z.array(z.string()),
    /** Fingerprints of the Idempotency-Key and of the request, by which a retry is recognised. */
    requestKey: z.string(),
    requestHash: z.string(),
  });
export type ListPublication = z.infer<ReturnType<typeof listPublication>>;

/** A list of which it is known which publication made it. */
export interface NumberedList<Row> {
  readonly number: number;
  readonly rows: readonly Row[];
}

/** Why a list must not be used. `path` is the place in it, `departments[3].active`, or among the routing rules that it breaks. */
export interface ListProblem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly messageVi: string;
}

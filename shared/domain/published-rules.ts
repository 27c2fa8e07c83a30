import * as z from 'zod';
import { Actor } from './actor.ts';
import { Instant } from './case.ts';
import type { RoutingRules } from './routing-rule.ts';

/** One publication of routing rules: who, when, why, and on which rules they decided. */
export const rulesPublication = () =>
  z.strictObject({
    /** 1..n without gaps; each was decided on the one before, the first on the bundled rules (0). */
    number: z.int().min(1),
    publishedAt: Instant,
    publishedBy: Actor,
    reason: z.string().min(1),
    /** How many rules there are. */
    rules: z.int().min(0),
    /** Codes of rules that came, went, or decide otherwise than before; a rule that only moved is changed. */
    added: z.array(z.string()),
    removed: z.array(z.string()),
    changed: z.array(z.string()),
    /** Fingerprints of the Idempotency-Key and of the request, by which a retry is recognised. */
    requestKey: z.string(),
    requestHash: z.string(),
  });
export type RulesPublication = z.infer<ReturnType<typeof rulesPublication>>;

/** Rules of which it is known which publication made them. */
export interface NumberedRules {
  readonly number: number;
  readonly rules: RoutingRules;
}

import * as z from 'zod';
import { Actor } from '../actor.ts';
import { Instant } from '../case.ts';
import { LocalDay } from '../statistics.ts';

/** What an alert may be about; docs/alerts.md has the test of each. */
export const ALERT_KINDS = ['satisfaction-drop', 'on-time-drop', 'burst', 'hand-off-slip'] as const;
export const AlertKind = z.enum(ALERT_KINDS);
export type AlertKind = z.infer<typeof AlertKind>;

/** What figures are narrowed to for an alert; `all`: nothing is. */
export const ALERT_SUBJECTS = ['department', 'service', 'commune', 'ward', 'all'] as const;
export const AlertSubject = z.strictObject({
  by: z.enum(ALERT_SUBJECTS),
  /** Code of the department, service or place; null of `all`. */
  value: z.string().nullable(),
});
export type AlertSubject = z.infer<typeof AlertSubject>;

const count = z.int().min(0);
const Ratio = z.strictObject({ numerator: count, denominator: count });

/** A department's week against its own eight weeks before. */
export const DropEvidence = z.strictObject({
  kind: z.enum(['satisfaction-drop', 'on-time-drop']),
  week: Ratio,
  /** The weeks before, oldest first. */
  before: z.array(Ratio),
  /** Of so few by lot: Fisher's exact test, one-sided. */
  chance: z.number(),
  /** How many tests were made of this week, by which `chance` was judged. */
  tests: count,
});
export type DropEvidence = z.infer<typeof DropEvidence>;

/** A day on which more is received than chance brings. */
export const BurstEvidence = z.strictObject({
  kind: z.literal('burst'),
  received: count,
  /** Reports on a usual day, and on how many days that was seen. */
  usual: z.number(),
  days: count,
  /** The most that chance is held to bring. */
  bound: count,
  chance: z.number(),
  /** A place or service with most of the reports. */
  mostly: z
    .strictObject({
      by: z.enum(['service', 'commune', 'ward']),
      value: z.string(),
      received: count,
    })
    .nullable(),
});
export type BurstEvidence = z.infer<typeof BurstEvidence>;

/** Hand-offs that take longer than the target, those still waiting included. */
export const SlipEvidence = z.strictObject({
  kind: z.literal('hand-off-slip'),
  targetMinutes: count,
  late: count,
  /** Of the late: not handed off yet. */
  waiting: count,
  of: count,
  before: z.strictObject({ late: count, of: count }),
  chance: z.number(),
});
export type SlipEvidence = z.infer<typeof SlipEvidence>;

export const AlertEvidence = z.discriminatedUnion('kind', [
  DropEvidence,
  BurstEvidence,
  SlipEvidence,
]);
export type AlertEvidence = z.infer<typeof AlertEvidence>;

/** `2026-11-30.burst.service.flooding`: days (first and last where there are several), kind, subject. There is one alert of each. */
export const AlertId = z
  .string()
  .max(160)
  .regex(/^\d{4}-\d\d-\d\d(_\d{4}-\d\d-\d\d)?(\.[A-Za-z0-9_-]+){2,3}$/)
  .brand<'AlertId'>();
export type AlertId = z.infer<typeof AlertId>;

/** What was found out by looking at figures. */
export const Finding = z.strictObject({
  subject: AlertSubject,
  period: z.strictObject({ from: LocalDay, to: LocalDay }),
  evidence: AlertEvidence,
});
export type Finding = z.infer<typeof Finding>;

export const Acknowledgement = z.strictObject({ at: Instant, by: Actor, note: z.string() });
export type Acknowledgement = z.infer<typeof Acknowledgement>;

/** A finding that was raised, once, and what became of it. */
export const Alert = Finding.extend({
  alertId: AlertId,
  raisedAt: Instant,
  /** When `evidence` was read last. */
  asOf: Instant,
  /** From when on it did not hold any more; null: it holds. */
  passedAt: Instant.nullable(),
  /** Who said that somebody sees to it; null: nobody yet. */
  acknowledgement: Acknowledgement.nullable(),
});
export type Alert = z.infer<typeof Alert>;

export function alertIdOf({
  subject: { by, value },
  period,
  evidence: { kind },
}: Finding): AlertId {
  const { from, to } = period;
  const days = from === to ? from : `${from}_${to}`;
  return AlertId.parse([days, kind, by, ...(value === null ? [] : [value])].join('.'));
}

import * as z from 'zod';
import { Target } from './sla-target.ts';

/** Who is told when a rung is reached. `agent` and `officer` are those who work on the case. */
export const RECIPIENTS = [
  'agent',
  'officer',
  'department_lead',
  'supervisor',
  'province_office',
] as const;
export const Recipient = z.enum(RECIPIENTS);
export type Recipient = z.infer<typeof Recipient>;

/** A point of a clock at which somebody is told: a share of its time, or so much time after its deadline. */
export const Rung = z.union([
  z.strictObject({ share: z.number().gt(0).max(1), tell: Recipient }),
  z.strictObject({ after: Target, tell: Recipient }),
]);
export type Rung = z.infer<typeof Rung>;

/** Rungs in the order in which they are reached: shares growing to 1, which is the deadline, then times after it. */
export const Ladder = z
  .array(Rung)
  .min(1)
  .max(8)
  .refine(
    inOrder,
    'shares must grow and end with 1, and times after the deadline come behind them',
  );
export type Ladder = z.infer<typeof Ladder>;

/** One for each priority, with as many rungs: a case whose priority changes goes on at the rung that it had come to. */
export const Ladders = z
  .strictObject({ normal: Ladder, urgent: Ladder })
  .refine(
    ({ normal, urgent }) =>
      normal.length === urgent.length && deadlineOf(normal) === deadlineOf(urgent),
    'ladders of all priorities must have as many rungs, and the deadline at the same one',
  );

/** Where in it the deadline is. */
export const deadlineOf = (ladder: readonly Rung[]): number =>
  ladder.findIndex((rung) => 'share' in rung && rung.share === 1);

function inOrder(rungs: readonly Rung[]): boolean {
  const shares = rungs.flatMap((rung) => ('share' in rung ? [rung.share] : []));
  const sharesFirst = rungs.slice(0, shares.length).every((rung) => 'share' in rung);
  const growing = shares.every((share, index) => share > (shares[index - 1] ?? 0));
  return sharesFirst && growing && shares.at(-1) === 1;
}

import type { Period } from '../statistics-period.ts';
import { binOf, type Sketch } from '../statistics-sketch.ts';
import type { Finding } from './alert.ts';
import { chanceOfSoFew } from './chances.ts';

/** With fewer calls nothing is said: two that take longer are a tenth. */
export const MIN_HAND_OFFS = 20;

/** Fewer points more than usual are no reason to call the supervisor. */
export const MIN_SLIP = 0.1;

/** A day is looked at some hundred times, so that by accident at most one day in a hundred is named. */
export const SLIP_CHANCE = 1e-4;

const MINUTE_MS = 60_000;

export interface HandOffs {
  readonly late: number;
  readonly of: number;
}

/** Hand-offs of a sketch that took longer than the target. What lies in the bin of the target itself, 4 % wide, is on time. */
export function handOffsIn(sketch: Sketch, targetMinutes: number): HandOffs {
  const target = binOf(targetMinutes * MINUTE_MS);
  let [late, of] = [0, 0];
  for (const [bin, count] of sketch) {
    of += count;
    if (bin > target) late += count;
  }
  return { late, of };
}

export interface SlipQuestion {
  readonly period: Period;
  readonly targetMinutes: number;
  /** Hand-offs of calls received in the period. */
  readonly done: HandOffs;
  /** Calls of the period that wait beyond the target: left out, a desk that hands nothing off would look well. */
  readonly waiting: number;
}

export const withWaiting = ({ done, waiting }: SlipQuestion): HandOffs => ({
  late: done.late + waiting,
  of: done.of + waiting,
});

/** Whether it can be a slip at all, whatever was usual before: asked first, since most of the time it cannot. */
export function mayBeSlip(question: SlipQuestion): boolean {
  const { late, of } = withWaiting(question);
  return of >= MIN_HAND_OFFS && late / of >= MIN_SLIP;
}

/** Hand-offs significantly later than usual: Fisher's exact test, one-sided, and ten points at least. */
export function slipOf(question: SlipQuestion, before: HandOffs): Finding | undefined {
  const now = withWaiting(question);
  if (!mayBeSlip(question) || before.of < MIN_HAND_OFFS) return undefined;
  if (now.late / now.of - before.late / before.of < MIN_SLIP) return undefined;
  const chance = chanceOfSoFew(onTime(now), onTime(before));
  if (chance >= SLIP_CHANCE) return undefined;
  const { period, targetMinutes, waiting } = question;
  return {
    subject: { by: 'all', value: null },
    period,
    evidence: { kind: 'hand-off-slip', targetMinutes, ...now, waiting, before, chance },
  };
}

const onTime = ({ late, of }: HandOffs) => ({ numerator: of - late, denominator: of });

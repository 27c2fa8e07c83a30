import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import type { Session } from '../client/session.ts';
import { driveDay, type Thread } from '../replay/drive.ts';
import { planCases } from '../replay/plan.ts';
import { type Step, stepsOf } from '../replay/steps.ts';

/** Of the last cases of the story, two weeks, every fourth: some are answered and judged, some late, some new; quick to load. */
const CASES = 300;
const EVERY = 4;
const SEED = 115;
const WEEK_MS = 7 * 86_400_000;

/**
 * The demonstration set: some cases of the replay, moved to the weeks before `now`, played through the API as far as
 * they have come. Loading it again changes nothing.
 */
export async function loadDemonstration(session: Session, now: Date): Promise<number> {
  const threads = threadsUntil(now);
  const work = threads.map((thread) => ({ thread, indexes: [...thread.steps.keys()] }));
  await driveDay(work, { session, seed: SEED, onStep: () => undefined });
  return threads.length;
}

function threadsUntil(now: Date): readonly Thread[] {
  const { jurisdiction } = loadJurisdiction('binh-duong');
  // The busiest weeks are the last ones.
  const planned = planCases(jurisdiction, SEED)
    .slice(-CASES)
    .filter((_, index) => index % EVERY === EVERY - 1);
  const last = planned.at(-1)?.receivedAt.getTime() ?? 0;
  const weeks = Math.floor((now.getTime() - last) / WEEK_MS) * WEEK_MS;
  return planned.flatMap((one): Thread[] => {
    const steps = stepsOf(one, jurisdiction, SEED);
    // A date promised in the calendar of another year may fall on a day off in this one.
    if (steps.some(({ action, body }) => action === 'extend' || 'committedAt' in body)) return [];
    const moved = steps.map((step) => ({ ...step, at: new Date(step.at.getTime() + weeks) }));
    const done = moved.filter(({ at }: Step) => at < now);
    return [{ planned: one, steps: done, state: undefined }];
  });
}

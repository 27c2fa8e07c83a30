import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { STATISTICS_JOBS } from '../../shared/domain/statistics-job.ts';
import { reportOf } from './job-report.ts';
import { reconcileContainer } from './reconcile-container.ts';

const { jurisdictionId, runJob, goOnWithJob } = reconcileContainer();

/**
 * Without a command: the schedule of the night. `continue`: the schedule that goes on with what one run could not end. Somebody at a
 * terminal (`npm run statistics`) names a job.
 */
const Request = z.looseObject({ command: z.enum([...STATISTICS_JOBS, 'continue']).optional() });

/** A step is a page of cases or a month. The longest that was measured takes a third of this; one that is cut off is done again. */
const RESERVE_MS = 60_000;

/** Recounts all cases, or makes the counters anew, as far as it comes; every few minutes it goes on with what is left. */
export const handler = async (event: unknown, context: Context): Promise<unknown> => {
  const { command } = Request.parse(event);
  const mayGoOn = (): boolean => context.getRemainingTimeInMillis() > RESERVE_MS;
  if (command !== 'continue') {
    const kind = command ?? 'reconcile';
    return reportOf(
      await runJob({ jurisdictionId, kind, mayGoOn, isScheduled: command === undefined }),
    );
  }
  const goneOn = [];
  for (const kind of STATISTICS_JOBS) {
    const steps: unknown[] = [];
    const onProgress = (step: unknown) => steps.push(step);
    const job = await goOnWithJob({ jurisdictionId, kind, mayGoOn, onProgress });
    if (job !== undefined && steps.length > 0) goneOn.push(reportOf(job));
  }
  return goneOn;
};

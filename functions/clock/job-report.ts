import type { StatisticsJob } from '../../shared/domain/statistics-job.ts';
import { log } from '../../shared/platform/logger.ts';

/** What a run of the night finds fails it, so that its alarm tells of it. */
export function reportOf(job: StatisticsJob) {
  const { kind, isScheduled, finishedAt, failure, drift, drifts } = job;
  const { cases, behind, moving, generation, deleted, phase, place } = job;
  const isFinished = finishedAt !== null;
  const report = {
    kind,
    isFinished,
    phase,
    place,
    cases,
    behind,
    moving,
    drift,
    generation,
    deleted,
  };
  log(isFinished ? 'STATISTICS_JOB_FINISHED' : 'STATISTICS_JOB_UNDER_WAY', report);
  for (const found of drifts) log('STATISTICS_DRIFT', { ...found });
  if (failure !== null) throw new Error(failure);
  if (isFinished && isScheduled && drift > 0) {
    throw new Error(`${drift} counters do not hold what the cases say`);
  }
  return { ...report, places: drifts };
}

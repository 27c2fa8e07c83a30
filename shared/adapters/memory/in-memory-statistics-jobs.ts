import type { JurisdictionId } from '../../domain/case.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StatisticsJob, StatisticsJobKind } from '../../domain/statistics-job.ts';
import type { JobConflict, StatisticsJobs } from '../../ports/statistics.ts';

/** Jobs that last as long as the process. */
export class InMemoryStatisticsJobs implements StatisticsJobs {
  readonly #jobs = new Map<string, StatisticsJob>();

  find(jurisdictionId: JurisdictionId, kind: StatisticsJobKind) {
    return Promise.resolve(this.#jobs.get(`${jurisdictionId} ${kind}`));
  }

  begin(jurisdictionId: JurisdictionId, job: StatisticsJob): Promise<void> {
    this.#jobs.set(`${jurisdictionId} ${job.kind}`, job);
    return Promise.resolve();
  }

  save(jurisdictionId: JurisdictionId, job: StatisticsJob): Promise<Result<null, JobConflict>> {
    const key = `${jurisdictionId} ${job.kind}`;
    const known = this.#jobs.get(key);
    if (known?.startedAt !== job.startedAt || known.revision !== job.revision - 1) {
      return Promise.resolve(err({ code: 'JOB_CONFLICT' }));
    }
    this.#jobs.set(key, job);
    return Promise.resolve(ok(null));
  }
}

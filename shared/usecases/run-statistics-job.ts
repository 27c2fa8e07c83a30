import type { JurisdictionId } from '../domain/case.ts';
import { beginJob, type StatisticsJob, type StatisticsJobKind } from '../domain/statistics-job.ts';
import type {
  StatisticsGenerations,
  StatisticsJobs,
  StatisticsLedger,
} from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';
import { rebuildStep, type RebuildPorts } from './rebuild-statistics.ts';
import { reconcileStep, type ReconcilePorts } from './reconcile-statistics.ts';

export interface StatisticsJobPorts extends ReconcilePorts, RebuildPorts {
  readonly jobs: StatisticsJobs;
  readonly ledger: StatisticsLedger;
  readonly generations: StatisticsGenerations;
  readonly clock: Clock;
}

export interface JobRun {
  readonly jurisdictionId: JurisdictionId;
  readonly kind: StatisticsJobKind;
  /** Asked after each step. */
  readonly mayGoOn: () => boolean;
  /** Told after each step that is stored. */
  readonly onProgress?: (job: StatisticsJob) => unknown;
}

/** Goes on with a job that is not finished until it is, or until it may not; undefined when there never was one. */
export type GoOnWithJob = (run: JobRun) => Promise<StatisticsJob | undefined>;
/** Begins a job, unless one of its kind is not finished: then it goes on with that. */
export type RunJob = (run: JobRun & { readonly isScheduled: boolean }) => Promise<StatisticsJob>;

/** Each step may be repeated without harm: a run that dies before its step is stored only loses the time. */
export const createGoOnWithJob = (ports: StatisticsJobPorts): GoOnWithJob => {
  const steps = { reconcile: reconcileStep(ports), rebuild: rebuildStep(ports) } as const;
  return async ({ jurisdictionId, kind, mayGoOn, onProgress }) => {
    let job = await ports.jobs.find(jurisdictionId, kind);
    while (job !== undefined && job.finishedAt === null) {
      const next: StatisticsJob = await steps[kind](jurisdictionId, job);
      job = { ...next, revision: job.revision + 1 };
      const saved = await ports.jobs.save(jurisdictionId, job);
      // Another run has come further, or another job has taken its place.
      if (!saved.ok) return ports.jobs.find(jurisdictionId, kind);
      onProgress?.(job);
      if (!mayGoOn()) break;
    }
    return job;
  };
};

export const createRunJob = (ports: StatisticsJobPorts): RunJob => {
  const goOn = createGoOnWithJob(ports);
  return async ({ isScheduled, ...run }) => {
    const { jurisdictionId, kind } = run;
    const known = await ports.jobs.find(jurisdictionId, kind);
    if (known === undefined || known.finishedAt !== null) {
      const generation = await generationFor(run, ports);
      const startedAt = ports.clock.now().toISOString();
      await ports.jobs.begin(
        jurisdictionId,
        beginJob({ kind, isScheduled, startedAt, generation }),
      );
    }
    const job = await goOn(run);
    if (job === undefined) throw new Error(`The job ${kind} is gone`);
    return job;
  };
};

async function generationFor(
  { jurisdictionId, kind }: JobRun,
  { ledger, generations }: StatisticsJobPorts,
): Promise<number> {
  if (kind === 'rebuild') return (await generations.begin(jurisdictionId)).number;
  const [inUse] = await ledger.generations(jurisdictionId);
  if (inUse === undefined) throw new Error('There is always a generation in use');
  return inUse.number;
}

import type { JurisdictionId } from '../domain/case.ts';
import type { StatisticsJob } from '../domain/statistics-job.ts';
import type { CaseLister } from '../ports/case-lister.ts';
import type { StatisticsGenerations } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';
import type { CountCases } from './project-cases.ts';

export interface RebuildPorts {
  readonly cases: CaseLister;
  readonly generations: StatisticsGenerations;
  readonly countCases: CountCases;
  readonly clock: Clock;
}

/**
 * A step of making all counters anew from the cases, while cases go on changing and figures go on being read. The order is
 * what makes it complete: once the generation has begun, projectors count in it too. One that was already at work and did not
 * know counts a change that was stored before, and the pages, read afterwards, hold it. Pages and projectors may meet on a
 * case in any order, and a page may be counted again, since each version counts once.
 */
export const rebuildStep =
  (ports: RebuildPorts) =>
  (jurisdictionId: JurisdictionId, job: StatisticsJob): Promise<StatisticsJob> =>
    job.phase === 'cases'
      ? countPage(jurisdictionId, job, ports)
      : sweepPage(jurisdictionId, job, ports);

async function countPage(
  jurisdictionId: JurisdictionId,
  job: StatisticsJob,
  { cases, countCases, generations, clock }: RebuildPorts,
): Promise<StatisticsJob> {
  const generation = { jurisdictionId, number: job.generation };
  const page = await cases.page(jurisdictionId, job.place ?? undefined);
  await countCases(generation, page.cases);
  const counted = { ...job, cases: job.cases + page.cases.length, place: page.next ?? null };
  if (page.next !== undefined) return counted;
  const finished = await generations.finish(generation);
  return finished.ok
    ? { ...counted, phase: 'sweep' }
    : { ...counted, failure: finished.error.code, finishedAt: clock.now().toISOString() };
}

async function sweepPage(
  jurisdictionId: JurisdictionId,
  job: StatisticsJob,
  { generations, clock }: RebuildPorts,
): Promise<StatisticsJob> {
  const { deleted, next } = await generations.sweep(jurisdictionId, job.place ?? undefined);
  return {
    ...job,
    deleted: job.deleted + deleted,
    place: next ?? null,
    ...(next === undefined && { finishedAt: clock.now().toISOString() }),
  };
}

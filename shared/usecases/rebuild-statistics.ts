import type { JurisdictionId } from '../domain/case.ts';
import { ok, type Result } from '../domain/result.ts';
import type { CaseLister } from '../ports/case-lister.ts';
import type { Generation, RebuildSuperseded, StatisticsGenerations } from '../ports/statistics.ts';
import type { CountCases } from './project-cases.ts';

export interface Rebuilt {
  readonly generation: number;
  readonly cases: number;
  /** Rows of generations that nobody reads any more. */
  readonly deleted: number;
}

export type RebuildStatistics = (
  jurisdictionId: JurisdictionId,
  onProgress?: (cases: number) => void,
) => Promise<Result<Rebuilt, RebuildSuperseded>>;

export interface RebuildStatisticsPorts {
  readonly cases: CaseLister;
  readonly generations: StatisticsGenerations;
  readonly countCases: CountCases;
}

/**
 * Makes all counters anew from the cases, while cases go on changing and figures go on being read. The order is what
 * makes it complete: once `begin` has returned, projectors count in the new generation too. One that was already at
 * work and did not know counts a change that was stored before, and the pages, read afterwards, hold it. Pages and
 * projectors may meet on a case in any order, since each version counts once.
 */
export const createRebuildStatistics =
  ({ cases, generations, countCases }: RebuildStatisticsPorts): RebuildStatistics =>
  async (jurisdictionId, onProgress) => {
    const generation: Generation = await generations.begin(jurisdictionId);
    let counted = 0;
    for await (const page of cases.pages(jurisdictionId)) {
      await countCases(generation, page);
      counted += page.length;
      onProgress?.(counted);
    }
    const finished = await generations.finish(generation);
    if (!finished.ok) return finished;
    const { deleted } = await generations.sweep(jurisdictionId);
    return ok({ generation: generation.number, cases: counted, deleted });
  };

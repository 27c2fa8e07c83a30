import type { JurisdictionId } from '../domain/case.ts';
import type { CountableCase, StatisticsContext } from '../domain/statistics.ts';
import { type CountingStep, countingStep } from '../domain/statistics-counting.ts';
import type { Generation, StatisticsLedger } from '../ports/statistics.ts';

/**
 * Tries before the batch is given back to be delivered again. A conflict means that another projector took a step
 * in the same counters at the same moment; with a handful of them each finds a gap within a few tries.
 */
const MAX_TRIES = 8;

/** Brings the counters up to these versions. The same or an older version again changes nothing. */
export type ProjectCases = (
  jurisdictionId: JurisdictionId,
  cases: readonly CountableCase[],
) => Promise<void>;
export type CountCases = (generation: Generation, cases: readonly CountableCase[]) => Promise<void>;

export interface ProjectCasesPorts {
  readonly ledger: StatisticsLedger;
  readonly context: StatisticsContext;
}

/** Thrown after `MAX_TRIES`: an outage for this batch, which is then delivered again. */
export class CountingContentionError extends Error {
  constructor(cases: number) {
    super(`${cases} cases could not be counted in ${MAX_TRIES} tries`);
    this.name = 'CountingContentionError';
  }
}

/** Counts changes of cases in every generation that needs them. */
export const createProjectCases = (ports: ProjectCasesPorts): ProjectCases => {
  const countCases = createCountCases(ports);
  return async (jurisdictionId, cases) => {
    for (const generation of await ports.ledger.generations(jurisdictionId)) {
      await countCases(generation, cases);
    }
  };
};

/**
 * Exactly once, whatever the delivery: the counters and the note of what is counted of a case change in one
 * transaction, and the change is the difference to that note, not to the event before. So a repeated, split,
 * overlapping or late batch finds nothing to do, and a lost one is made up by the next version of its case.
 */
export const createCountCases =
  ({ ledger, context }: ProjectCasesPorts): CountCases =>
  async (generation, cases) => {
    const latest = latestVersions(cases);
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const steps = await stepsFor(latest, generation, { ledger, context });
      const counted = steps.length === 0 || (await ledger.count(generation, steps)).ok;
      if (counted) return;
    }
    throw new CountingContentionError(latest.length);
  };

function latestVersions(cases: readonly CountableCase[]): CountableCase[] {
  const latest = new Map<string, CountableCase>();
  for (const current of cases) {
    const known = latest.get(current.caseId);
    if (known === undefined || known.version < current.version) latest.set(current.caseId, current);
  }
  return [...latest.values()];
}

async function stepsFor(
  cases: readonly CountableCase[],
  generation: Generation,
  { ledger, context }: ProjectCasesPorts,
): Promise<CountingStep[]> {
  const ids = cases.map(({ caseId }) => caseId);
  const counted = await ledger.counted(generation, ids);
  return cases.flatMap(
    (current) => countingStep(current, counted.get(current.caseId), context) ?? [],
  );
}

import type { JurisdictionId } from '../domain/case.ts';
import type { CountableCase, StatisticsContext } from '../domain/statistics.ts';
import { type CountedCase, expectedOf } from '../domain/statistics-counting.ts';
import { type Drift, Tally } from '../domain/statistics-tally.ts';
import { type Period, monthsOf } from '../domain/statistics-period.ts';
import type { CaseLister } from '../ports/case-lister.ts';
import type { CounterAudit, Generation, StatisticsLedger } from '../ports/statistics.ts';
import type { ProjectCases } from './project-cases.ts';

/** Kept in memory until the comparison is done. More than these are a stream that stands still, which has its own alarm. */
const MAX_CATCH_UP = 10_000;

export interface Reconciliation {
  readonly cases: number;
  /** Cases stored in a later version than is counted: the stream is bringing them, or has lost them. */
  readonly behind: number;
  /** How many of those were counted now. */
  readonly caughtUp: number;
  /** Counters that changed during the recount and cannot be judged. */
  readonly moving: number;
  /** Must be empty. */
  readonly drift: readonly Drift[];
}

export type ReconcileStatistics = (
  jurisdictionId: JurisdictionId,
  onProgress?: (cases: number) => void,
) => Promise<Reconciliation>;

export interface ReconcileStatisticsPorts {
  readonly cases: CaseLister;
  readonly ledger: StatisticsLedger;
  readonly audit: CounterAudit;
  readonly context: StatisticsContext;
  readonly projectCases: ProjectCases;
  /** Days in which counters may exist. */
  readonly span: Period;
}

/**
 * Counts all cases anew and holds every counter against it. Cases keep coming meanwhile, so a difference is looked at
 * twice: it is drift when the second comparison, with a recount of its own, finds the very same, and moving
 * otherwise. Ends by counting what the stream has not brought, which costs nothing if it comes after all.
 */
export const createReconcileStatistics =
  (ports: ReconcileStatisticsPorts): ReconcileStatistics =>
  async (jurisdictionId, onProgress) => {
    const [inUse] = await ports.ledger.generations(jurisdictionId);
    if (inUse === undefined) throw new Error('There is always a generation in use');
    const first = await recount(inUse, ports, onProgress);
    const suspects = await differences(first, inUse, ports);
    const drift =
      suspects.length === 0
        ? []
        : inBoth(
            suspects,
            await differences(await recount(inUse, ports, onProgress), inUse, ports),
          );
    await ports.projectCases(jurisdictionId, first.toCatchUp);
    return {
      cases: first.cases,
      behind: first.behind,
      caughtUp: first.toCatchUp.length,
      moving: suspects.length - drift.length,
      drift,
    };
  };

const differences = async (
  { expected }: Recount,
  generation: Generation,
  ports: ReconcileStatisticsPorts,
): Promise<Drift[]> => expected.drift(await allCounters(generation, expected.months, ports));

function inBoth(first: readonly Drift[], second: readonly Drift[]): Drift[] {
  const found = new Set(second.map(driftText));
  return first.filter((place) => found.has(driftText(place)));
}

const driftText = ({ day, dimension, value, counter, counted, expected }: Drift): string =>
  [day, dimension, value, counter, counted, expected].join(' ');

interface Recount {
  readonly expected: Tally;
  readonly toCatchUp: CountableCase[];
  cases: number;
  behind: number;
}

async function recount(
  generation: Generation,
  { cases, ledger, context }: ReconcileStatisticsPorts,
  onProgress?: (cases: number) => void,
): Promise<Recount> {
  const sofar: Recount = { expected: new Tally(), toCatchUp: [], cases: 0, behind: 0 };
  for await (const page of cases.pages(generation.jurisdictionId)) {
    const ids = page.map(({ caseId }) => caseId);
    const counted = await ledger.counted(generation, ids);
    for (const current of page) {
      const known = counted.get(current.caseId) ?? NOT_COUNTED;
      sofar.expected.add(expectedOf(current, known, context));
      if (current.version > known.version) noteBehind(current, sofar);
    }
    sofar.cases += page.length;
    onProgress?.(sofar.cases);
  }
  return sofar;
}

const NOT_COUNTED: CountedCase = { version: 0, contributions: [] };

function noteBehind(current: CountableCase, sofar: Recount): void {
  sofar.behind += 1;
  if (sofar.toCatchUp.length < MAX_CATCH_UP) sofar.toCatchUp.push(current);
}

async function allCounters(
  generation: Generation,
  monthsWithCases: readonly string[],
  { audit, span }: ReconcileStatisticsPorts,
): Promise<Tally> {
  const counters = new Tally();
  const months = new Set([...monthsOf(span).map(({ month }) => month), ...monthsWithCases]);
  for (const month of months) {
    for (const counter of await audit.counters(generation, month)) counters.addOne(counter);
  }
  return counters;
}

import type { JurisdictionId } from '../domain/case.ts';
import type { CountableCase, StatisticsContext } from '../domain/statistics.ts';
import {
  type CountedCase,
  difference,
  expectedOf,
  type Increment,
} from '../domain/statistics-counting.ts';
import { beginJob, type StatisticsJob, withDrift } from '../domain/statistics-job.ts';
import { type Drift, Tally } from '../domain/statistics-tally.ts';
import { type Period, monthsOf } from '../domain/statistics-period.ts';
import type { CaseLister } from '../ports/case-lister.ts';
import type {
  CountedCases,
  CounterAudit,
  Generation,
  StatisticsLedger,
} from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';
import type { ProjectCases } from './project-cases.ts';

/** Cases whose notes are read at a time while a month is added up. */
const NOTES_AT_ONCE = 1_000;

export interface ReconcilePorts {
  readonly cases: CaseLister;
  readonly ledger: StatisticsLedger;
  readonly lists: CountedCases;
  readonly audit: CounterAudit;
  readonly context: StatisticsContext;
  readonly projectCases: ProjectCases;
  readonly clock: Clock;
  /** Days in which counters may exist. */
  readonly span: Period;
}

/**
 * A step of holding the counters against the cases. First every case against the note of what is counted of it; then, month
 * by month, every counter against what the notes of that month add up to. Together they say that each counter is what a recount of
 * all cases would make it, with no more in memory than a month.
 */
export const reconcileStep =
  (ports: ReconcilePorts) =>
  async (jurisdictionId: JurisdictionId, job: StatisticsJob): Promise<StatisticsJob> => {
    const [inUse] = await ports.ledger.generations(jurisdictionId);
    if (inUse === undefined) throw new Error('There is always a generation in use');
    // A rebuild has put others in their place, which nobody has looked at yet.
    if (inUse.number !== job.generation) {
      return { ...beginJob({ ...job, generation: inUse.number }), revision: job.revision };
    }
    return job.phase === 'cases' ? comparePage(inUse, job, ports) : compareMonth(inUse, job, ports);
  };

async function comparePage(
  generation: Generation,
  job: StatisticsJob,
  ports: ReconcilePorts,
): Promise<StatisticsJob> {
  const { cases, ledger, context, projectCases, span } = ports;
  const { jurisdictionId } = generation;
  const page = await cases.page(jurisdictionId, job.place ?? undefined);
  const counted = await ledger.counted(
    generation,
    page.cases.map(({ caseId }) => caseId),
  );
  const notedOf = (current: CountableCase) => counted.get(current.caseId) ?? NOT_COUNTED;
  const behind = page.cases.filter((current) => current.version > notedOf(current).version);
  const wrong = page.cases.flatMap((current) => driftOf(current, notedOf(current), context));
  // It costs nothing if the stream brings it after all.
  await projectCases(jurisdictionId, behind);
  const compared = {
    ...withDrift(job, wrong),
    cases: job.cases + page.cases.length,
    behind: job.behind + behind.length,
    farMonths: farMonthsOf([...counted.values()], job, span),
    place: page.next ?? null,
  };
  return page.next === undefined
    ? { ...compared, phase: 'months', place: monthsToCompare(compared, span).at(0) ?? null }
    : compared;
}

const NOT_COUNTED: CountedCase = { version: 0, contributions: [] };

/** A note of this very version that says something else. */
function driftOf(current: CountableCase, noted: CountedCase, context: StatisticsContext): Drift[] {
  if (noted.version !== current.version) return [];
  const expected = expectedOf(current, noted, context);
  return difference(noted.contributions, expected).map(({ by, ...place }) => ({
    ...place,
    counted: countIn(noted.contributions, place),
    expected: countIn(noted.contributions, place) + by,
  }));
}

const countIn = (
  contributions: CountedCase['contributions'],
  { day, dimension, value, counter }: Omit<Increment, 'by'>,
): number =>
  contributions
    .filter(
      (one) =>
        one.day === day &&
        one.counters.includes(counter) &&
        one.cells.some(([d, v]) => d === dimension && v === value),
    )
    .reduce((sum, { by = 1 }) => sum + by, 0);

function farMonthsOf(
  notes: readonly CountedCase[],
  { farMonths }: StatisticsJob,
  { from, to }: Period,
): string[] {
  const far = notes.flatMap(({ contributions }) =>
    contributions.flatMap(({ day }) => (day < from || day > to ? [day.slice(0, 7)] : [])),
  );
  return [...new Set([...farMonths, ...far])].sort();
}

const monthsToCompare = ({ farMonths }: StatisticsJob, span: Period): string[] =>
  [...new Set([...monthsOf(span).map(({ month }) => month), ...farMonths])].sort();

/** The next month in which cases are listed: where none ever was, nothing has been counted. */
async function compareMonth(
  generation: Generation,
  job: StatisticsJob,
  ports: ReconcilePorts,
): Promise<StatisticsJob> {
  const months = monthsToCompare(job, ports.span).filter((month) => month >= (job.place ?? ''));
  for (const [index, month] of months.entries()) {
    if (!(await isListed(month, generation, ports))) continue;
    const { drift, moving } = await driftsOf(month, generation, ports);
    const next = months.at(index + 1);
    const compared = { ...withDrift(job, drift), moving: job.moving + moving };
    return next === undefined ? ended(compared, ports) : { ...compared, place: next };
  }
  return ended(job, ports);
}

const ended = (job: StatisticsJob, { clock }: ReconcilePorts): StatisticsJob => ({
  ...job,
  place: null,
  finishedAt: clock.now().toISOString(),
});

async function isListed(
  month: string,
  { jurisdictionId }: Generation,
  { lists }: ReconcilePorts,
): Promise<boolean> {
  const { cases } = await lists.list({ jurisdictionId, months: [month], limit: 1 });
  return cases.length > 0;
}

/**
 * Cases keep coming meanwhile, so a difference is looked at twice: it is drift when the second comparison, with an adding up of its
 * own, finds the very same, and moving otherwise.
 */
async function driftsOf(month: string, generation: Generation, ports: ReconcilePorts) {
  const suspects = await differencesIn(month, generation, ports);
  if (suspects.length === 0) return { drift: [], moving: 0 };
  const found = new Set((await differencesIn(month, generation, ports)).map(driftText));
  const drift = suspects.filter((place) => found.has(driftText(place)));
  return { drift, moving: suspects.length - drift.length };
}

const driftText = ({ day, dimension, value, counter, counted, expected }: Drift): string =>
  [day, dimension, value, counter, counted, expected].join(' ');

async function differencesIn(
  month: string,
  generation: Generation,
  { lists, audit }: ReconcilePorts,
): Promise<Drift[]> {
  const { jurisdictionId } = generation;
  const expected = new Tally();
  let after: string | undefined;
  do {
    const question = { jurisdictionId, months: [month], after, limit: NOTES_AT_ONCE };
    const page = await lists.list(question);
    for (const { contributions } of page.cases) {
      expected.add(contributions.filter(({ day }) => day.startsWith(month)));
    }
    after = page.next;
  } while (after !== undefined);
  const counted = new Tally();
  for (const counter of await audit.counters(generation, month)) counted.addOne(counter);
  return expected.drift(counted);
}

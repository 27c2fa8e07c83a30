import { SYSTEM } from '../domain/actor.ts';
import type { Case, CaseId, Instant, JurisdictionId } from '../domain/case.ts';
import { nextStep, type Step } from '../domain/escalation.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { CaseRepository, StoredCase } from '../ports/case-repository.ts';
import type { JurisdictionNow } from '../ports/jurisdictions.ts';
import type { Clock } from '../ports/system.ts';
import type { WakeQueue } from '../ports/wake-queue.ts';
import type { ChangeCase } from './change-case.ts';

/** Cases worked on at a time in one shard: each takes two reads and a write, one after the other. */
const AT_A_TIME = 8;
/** No ladder has as many rungs over all clocks of a case; a fault in the rules must not go on for ever. */
const MOST_STEPS = 100;

export interface Swept {
  /** Cases that were to be looked at. */
  readonly woken: number;
  /** Alarms raised and cases closed. */
  readonly done: number;
  /** Cases that could not be handled; they stay in the queue. */
  readonly failed: readonly CaseId[];
  /** False when time ran out; the next sweep goes on. */
  readonly complete: boolean;
}

/** `mayGoOn` is asked before each page. */
export type SweepDeadlines = (
  jurisdictionId: JurisdictionId,
  mayGoOn: () => boolean,
) => Promise<Swept>;

export interface SweepDeadlinesPorts {
  readonly wakes: WakeQueue;
  readonly cases: CaseRepository;
  readonly changeCase: ChangeCase;
  readonly clock: Clock;
  /** Asked only when a case is due: an idle minute costs what its queues cost. */
  readonly jurisdictionNow: JurisdictionNow;
}

/**
 * Does what time itself does to cases: raises the rungs of their ladders that have come, closes those whose citizen
 * stays silent, and queues each for its next instant. Runs late, twice or in parallel without harm: the case says
 * what is left to do, and each step is written on the version that it was decided on.
 */
export const createSweepDeadlines =
  (ports: SweepDeadlinesPorts): SweepDeadlines =>
  async (jurisdictionId, mayGoOn) => {
    const until = ports.clock.now().toISOString();
    const shards = Array.from({ length: ports.wakes.shards }, (_, shard) => shard);
    const swept = await Promise.all(
      shards.map((shard) => sweepShard({ jurisdictionId, shard, until, mayGoOn }, ports)),
    );
    return {
      woken: sum(swept.map(({ woken }) => woken)),
      done: sum(swept.map(({ done }) => done)),
      failed: swept.flatMap(({ failed }) => failed),
      complete: swept.every(({ complete }) => complete),
    };
  };

interface Shard {
  readonly jurisdictionId: JurisdictionId;
  readonly shard: number;
  readonly until: Instant;
  readonly mayGoOn: () => boolean;
}

async function sweepShard(
  { jurisdictionId, shard, until, mayGoOn }: Shard,
  ports: SweepDeadlinesPorts,
): Promise<Swept> {
  const total = { woken: 0, done: 0, failed: [] as CaseId[] };
  let after: string | undefined;
  do {
    if (!mayGoOn()) return { ...total, complete: false };
    const page = await ports.wakes.due({ jurisdictionId, shard, until, after });
    total.woken += page.caseIds.length;
    for (let from = 0; from < page.caseIds.length; from += AT_A_TIME) {
      const some = page.caseIds.slice(from, from + AT_A_TIME);
      const handled = await Promise.allSettled(
        some.map((caseId) => handle({ jurisdictionId, caseId, until }, ports)),
      );
      handled.forEach((one, index) => {
        if (one.status === 'fulfilled') total.done += one.value;
        else total.failed.push(...some.slice(index, index + 1));
      });
    }
    after = page.next;
  } while (after !== undefined);
  return { ...total, complete: true };
}

/** Answers how many steps were made. */
async function handle(
  { jurisdictionId, caseId, until }: Pick<Shard, 'jurisdictionId' | 'until'> & { caseId: CaseId },
  ports: SweepDeadlinesPorts,
): Promise<number> {
  let made = 0;
  for (let tries = 0; tries < MOST_STEPS; tries += 1) {
    const stored = await ports.cases.find(jurisdictionId, caseId);
    // The index lags behind a case that was taken out of it.
    if (stored === undefined) return made;
    const jurisdiction = await ports.jurisdictionNow();
    const step = nextStep(stored.case, jurisdiction);
    if (step === undefined || isLater(step, until)) {
      await queueAnew(stored, step, ports.wakes);
      return made;
    }
    const next = await make(step, stored.case, ports.changeCase);
    // Refused: another sweep was faster, and what is left shows when the case is read again.
    if (next === undefined) continue;
    made += 1;
    // Storing the step has queued the case for the one after it.
    if (isDone(next, until, jurisdiction)) return made;
  }
  throw new Error(`${caseId} has no end of steps`);
}

const isLater = ({ at }: Step, until: Instant): boolean => at.toISOString() > until;

function isDone(current: Case, until: Instant, jurisdiction: Jurisdiction): boolean {
  const step = nextStep(current, jurisdiction);
  return step === undefined || isLater(step, until);
}

async function make(step: Step, current: Case, changeCase: ChangeCase): Promise<Case | undefined> {
  const { jurisdictionId, caseId, version } = current;
  const command = { action: step.do };
  const result = await changeCase({ jurisdictionId, caseId, command, by: SYSTEM });
  return result.ok && result.value.version > version ? result.value : undefined;
}

async function queueAnew(stored: StoredCase, step: Step | undefined, wakes: WakeQueue) {
  const wakeAt = step?.at.toISOString() ?? null;
  if (stored.wakeAt !== wakeAt) await wakes.rearm(stored, wakeAt);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

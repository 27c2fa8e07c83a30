import { SYSTEM } from '../domain/actor.ts';
import type { CaseId, JurisdictionId } from '../domain/case.ts';
import type { DeadlineMoving } from '../domain/deadline-moving.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { DeadlineMovings } from '../ports/calendar-store.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { Clock } from '../ports/system.ts';
import type { WorklistRow, Worklists } from '../ports/worklists.ts';
import type { ChangeCase } from './change-case.ts';
import { movedDeadlines } from './moved-deadlines.ts';
import { openCases, type OpenCasesPage } from './open-cases.ts';

/** Cases worked on at a time: each takes a read or two and a write, one after the other. */
const AT_A_TIME = 8;

/**
 * A case may be changed from one list to another while they are gone through, and so be missed; a second pass finds it.
 * More are needed only where people change cases faster than they are read, and then there is an end to it too.
 */
const MOST_PASSES = 5;

export interface MoveDeadlinesResult {
  /** What was stored last; undefined when there is nothing to move, or not yet. */
  readonly moving: DeadlineMoving | undefined;
  /** Cases that could not be handled. */
  readonly failed: readonly CaseId[];
}

/** `mayGoOn` is asked after each page. */
export type MoveDeadlines = (
  jurisdictionId: JurisdictionId,
  mayGoOn: () => boolean,
) => Promise<MoveDeadlinesResult>;

export interface MoveDeadlinesPorts {
  readonly movings: DeadlineMovings;
  readonly worklists: Worklists;
  readonly cases: Pick<CaseRepository, 'find'>;
  readonly clock: Clock;
  /** With the calendar of that publication: another that was published since must not move what it was not asked to. */
  readonly jurisdictionAt: (number: number) => Promise<Jurisdiction>;
  readonly changeCaseBy: (jurisdiction: Jurisdiction) => ChangeCase;
}

/**
 * Moves running deadlines to a published calendar, page by page, and keeps its place. Runs late, twice or in parallel
 * without harm: each case is decided anew and written on its own version, and of two steps one is kept.
 */
export const createMoveDeadlines =
  (ports: MoveDeadlinesPorts): MoveDeadlines =>
  async (jurisdictionId, mayGoOn) => {
    const moving = await ports.movings.find(jurisdictionId);
    return moving !== undefined && isDue(moving, ports.clock)
      ? goOn({ jurisdictionId, moving, mayGoOn }, ports)
      : { moving: undefined, failed: [] };
  };

interface Run {
  readonly jurisdictionId: JurisdictionId;
  readonly moving: DeadlineMoving;
  readonly mayGoOn: () => boolean;
}

async function goOn(run: Run, ports: MoveDeadlinesPorts): Promise<MoveDeadlinesResult> {
  const { jurisdictionId, mayGoOn } = run;
  const jurisdiction = await ports.jurisdictionAt(run.moving.number);
  const move = mover({ jurisdictionId, jurisdiction }, ports);
  const question = { jurisdictionId, jurisdiction, from: run.moving.place ?? undefined };
  const failed: CaseId[] = [];
  let { moving } = run;
  for await (const page of openCases(question, ports.worklists)) {
    const handled = await handlePage(page.rows, move);
    failed.push(...handled.failed);
    moving = afterPage(moving, { page, handled, at: ports.clock.now().toISOString() });
    const isOver = page.next === undefined || !mayGoOn();
    // An empty list costs less to read again than its place to keep.
    if (page.rows.length === 0 && !isOver) continue;
    moving = { ...moving, revision: moving.revision + 1 };
    const saved = await ports.movings.save(jurisdictionId, moving);
    // Another run has come further, or another publication has taken its place.
    if (!saved.ok || isOver) break;
  }
  return { moving, failed };
}

const isDue = ({ startsAt, finishedAt }: DeadlineMoving, clock: Clock): boolean =>
  finishedAt === null && startsAt <= clock.now().toISOString();

type Outcome = 'settled' | 'moved' | 'refused' | 'changing';
type Move = (caseId: CaseId) => Promise<Outcome>;

/** A case that needs not be moved costs one read. */
const mover =
  (
    {
      jurisdictionId,
      jurisdiction,
    }: { jurisdictionId: JurisdictionId; jurisdiction: Jurisdiction },
    { cases, clock, changeCaseBy }: MoveDeadlinesPorts,
  ): Move =>
  async (caseId) => {
    const stored = await cases.find(jurisdictionId, caseId);
    if (stored === undefined) return 'settled';
    const moves = movedDeadlines(stored.case, { jurisdiction, at: clock.now().toISOString() });
    if (!moves.ok) return moves.error.code === 'CALENDAR_NOT_COVERED' ? 'refused' : 'settled';
    if (moves.value.length === 0) return 'settled';
    const command = { action: 'move-deadlines' } as const;
    const result = await changeCaseBy(jurisdiction)({
      jurisdictionId,
      caseId,
      command,
      by: SYSTEM,
    });
    return result.ok ? 'moved' : 'changing';
  };

interface Handled {
  readonly outcomes: readonly Outcome[];
  readonly failed: readonly CaseId[];
}

async function handlePage(rows: readonly WorklistRow[], move: Move): Promise<Handled> {
  // A supporting department's row shows a case that its lead's list holds too.
  const caseIds = rows.filter((row) => row.as === 'lead').map(({ caseId }) => caseId);
  const outcomes: Outcome[] = [];
  const failed: CaseId[] = [];
  for (let from = 0; from < caseIds.length; from += AT_A_TIME) {
    const some = caseIds.slice(from, from + AT_A_TIME);
    const handled = await Promise.allSettled(some.map(move));
    handled.forEach((one, index) => {
      if (one.status === 'fulfilled') outcomes.push(one.value);
      else failed.push(...some.slice(index, index + 1));
    });
  }
  return { outcomes, failed };
}

interface PageDone {
  readonly page: OpenCasesPage;
  readonly handled: Handled;
  readonly at: string;
}

function afterPage(moving: DeadlineMoving, { page, handled, at }: PageDone): DeadlineMoving {
  const { outcomes, failed } = handled;
  const count = (wanted: Outcome) => outcomes.filter((one) => one === wanted).length;
  const counted = {
    ...moving,
    looked: moving.looked + outcomes.length + failed.length,
    moved: moving.moved + count('moved'),
    refused: moving.refused + count('refused'),
    unsettled: moving.unsettled + count('moved') + count('changing') + failed.length,
    place: page.next ?? null,
  };
  if (page.next !== undefined) return counted;
  return counted.unsettled === 0 || counted.pass >= MOST_PASSES
    ? { ...counted, finishedAt: at }
    : { ...counted, pass: counted.pass + 1, unsettled: 0, looked: 0, refused: 0 };
}

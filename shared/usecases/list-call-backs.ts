import type { Case, Instant, JurisdictionId } from '../domain/case.ts';
import { latestRound } from '../domain/case.ts';
import { callableFrom } from '../domain/decisions/call-back.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { ok, type Result } from '../domain/result.ts';
import type { CallerPhones, CaseHeads } from '../ports/case-heads.ts';
import type { Fingerprints } from '../ports/keys.ts';
import type { Clock } from '../ports/system.ts';
import type { WorklistOwner, WorklistRow, Worklists } from '../ports/worklists.ts';
import { readCursor, writeCursor } from './cursor.ts';

/** Answers looked at for one page: where most callers left no phone, it ends short and its cursor goes on. */
const LOOKED_AT_LIMIT = 200;

export interface CallBack {
  readonly case: Case;
  readonly round: number;
  readonly answeredAt: Instant;
  readonly judgingEndsAt: Instant;
  /** Calls in this round that found nobody. */
  readonly attempts: number;
}

export type ListCallBacks = (question: {
  readonly jurisdictionId: JurisdictionId;
  readonly limit: number;
  readonly cursor?: string | undefined;
}) => Promise<
  Result<
    { readonly callBacks: readonly CallBack[]; readonly next: string | null },
    { readonly code: 'CURSOR_INVALID' }
  >
>;

export interface ListCallBacksPorts {
  readonly worklists: Worklists;
  readonly heads: CaseHeads & CallerPhones;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/**
 * Citizens to be called for their judgement, the oldest answer first: those with a phone who have not judged, whom nobody
 * has called too often, and not before the time at which they want to be called. Reads the answers of everybody, half a
 * read unit for each list: an index of its own would cost every answer and every judgement a write more.
 */
export const createListCallBacks =
  (ports: ListCallBacksPorts): ListCallBacks =>
  async ({ jurisdictionId, limit, cursor }) => {
    const list = `call-backs/${jurisdictionId}`;
    const sign = (text: string) => ports.fingerprints.sign('cursor', text);
    const now = ports.clock.now().toISOString();
    // What may not be judged any more comes before this instant and waits to be closed.
    const start = cursor === undefined ? ok(now) : await readCursor(list, cursor, sign);
    if (!start.ok) return start;
    const found = await search({ jurisdictionId, limit, now, after: start.value }, ports);
    const callBacks = found.callBacks.slice(0, limit);
    const next = found.callBacks.length > limit ? callBacks.at(-1)?.place : found.next;
    return ok({
      callBacks: callBacks.map(({ place: _, ...callBack }) => callBack),
      next: next === undefined ? null : await writeCursor(list, next, sign),
    });
  };

/** More than asked for, or all that are left, or what was found among as many as may be looked at. */
async function search(
  { jurisdictionId, limit, now, ...start }: AnswersQuestion & { readonly now: Instant },
  ports: ListCallBacksPorts,
) {
  const callBacks: PlacedCallBack[] = [];
  let after: string | undefined = start.after;
  for (let seen = 0; seen < LOOKED_AT_LIMIT && after !== undefined;) {
    const page = await answers({ jurisdictionId, after, limit: limit + 1 }, ports);
    callBacks.push(...(await callable(page.rows, { jurisdictionId, now }, ports.heads)));
    seen += page.rows.length;
    after = page.next;
    if (callBacks.length > limit) break;
  }
  return { callBacks, next: after };
}

type PlacedCallBack = CallBack & { readonly place: string };

interface AnswersQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly after: string;
  readonly limit: number;
}

const placeOf = ({ dueAt, caseId }: WorklistRow): string => `${dueAt}#${caseId}`;

/** The oldest answers of all lists together. */
async function answers(
  { limit, ...question }: AnswersQuestion,
  { worklists, jurisdiction }: ListCallBacksPorts,
) {
  const owners: WorklistOwner[] = ['desk', ...jurisdiction.departments.keys()];
  const pages = await Promise.all(
    owners.map((owner) => worklists.list({ ...question, owner, status: 'answered', limit })),
  );
  const all = pages.flatMap(({ rows }) => rows).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const rows = all.slice(0, limit);
  const last = rows.at(-1);
  const more = all.length > limit || pages.some(({ next }) => next !== undefined);
  return { rows, next: more && last !== undefined ? placeOf(last) : undefined };
}

/** A supporting department's row shows a case that its lead's list holds too. */
async function callable(
  rows: readonly WorklistRow[],
  { jurisdictionId, now }: { readonly jurisdictionId: JurisdictionId; readonly now: Instant },
  heads: CaseHeads & CallerPhones,
) {
  const own = rows.filter(({ as }) => as === 'lead');
  const ids = own.map(({ caseId }) => caseId);
  const [cases, withPhone] = await Promise.all([
    heads.heads(jurisdictionId, ids),
    heads.withPhone(jurisdictionId, ids),
  ]);
  return own.flatMap((row) => {
    const current = cases.get(row.caseId);
    if (current === undefined || !withPhone.has(row.caseId)) return [];
    const callBack = callBackOf(current, row.dueAt, now);
    return callBack === undefined ? [] : [{ ...callBack, place: placeOf(row) }];
  });
}

function callBackOf(current: Case, judgingEndsAt: Instant, now: Instant): CallBack | undefined {
  const round = latestRound(current);
  const from = callableFrom(current);
  if (round === undefined || from === null || from > now || judgingEndsAt <= now) return undefined;
  // A list may lag behind: somebody may have judged or reopened meanwhile.
  if (current.status !== 'answered') return undefined;
  const { number, answeredAt } = round;
  const attempts = current.callBacks?.round === number ? current.callBacks.attempts : 0;
  return { case: current, round: number, answeredAt, judgingEndsAt, attempts };
}

import type { Case } from '../../shared/domain/case.ts';
import { dayOf, type Days } from './naive-statistics.ts';

/**
 * First routing, proposals and returns by going through all cases, as the glossary defines them. Shares nothing with the
 * code under test: no counters, and no sentence of its rules.
 */

const within = (instant: string | null, { from, to }: Days): boolean =>
  instant !== null && dayOf(instant) >= from && dayOf(instant) <= to;

const forwardedIn = (cases: readonly Case[], days: Days): Case[] =>
  cases.filter((c) => within(c.forwardedAt, days));

const answeredByThem = (c: Case): boolean =>
  c.rounds.some((round) => c.forwardedAt !== null && round.answeredAt >= c.forwardedAt);

/** Said "not ours", whatever came of it. */
const hasRefused = (c: Case, department: string): boolean =>
  c.hops
    .filter((hop) => hop.from === department)
    .some((hop) => !['not_enough_information', 'other'].includes(hop.reason));

function wrongAtFirst(c: Case): boolean {
  const first = c.firstRoute?.lead;
  if (first === undefined) return false;
  const isElsewhere = c.lead !== null && c.lead !== first;
  return isElsewhere || hasRefused(c, first);
}

export function naiveRouting(cases: readonly Case[], days: Days) {
  const forwarded = forwardedIn(cases, days);
  const answered = forwarded.filter(answeredByThem);
  const right = (some: readonly Case[]) => some.filter((c) => !wrongAtFirst(c)).length;
  return {
    forwarded: forwarded.length,
    misrouted: forwarded.filter(wrongAtFirst).length,
    rightFirst: right(forwarded),
    answered: answered.length,
    answeredRightFirst: right(answered),
  };
}

type Fate = 'kept' | 'changed' | 'wrong' | 'open' | 'unused';

function fateOfService(c: Case): Fate {
  const ended = ['rejected', 'duplicate', 'withdrawn', 'citizen_silent'];
  if (c.rounds.length === 0) return ended.includes(c.closeReason ?? '') ? 'unused' : 'open';
  const atFirst = c.firstRoute?.service ?? c.serviceCode;
  const [tookIt, stillIs] = [atFirst, c.serviceCode].map((s) => s === c.proposed?.service);
  if (tookIt === true) return stillIs === true ? 'kept' : 'wrong';
  return 'changed';
}

export function naiveProposals(cases: readonly Case[], days: Days) {
  const received = cases.filter((c) => c.proposed !== null && within(c.receivedAt, days));
  const forwarded = forwardedIn(cases, days).filter(
    (c) => c.proposed !== null && c.firstRoute !== null,
  );
  const named = forwarded.filter((c) => c.proposed?.lead !== null);
  const taken = named.filter((c) => c.proposed?.lead === c.firstRoute?.lead);
  const changed = named.filter((c) => c.proposed?.lead !== c.firstRoute?.lead);
  const rightAfterAll = (c: Case) =>
    c.lead !== null && c.lead === c.proposed?.lead && !hasRefused(c, c.lead);
  const are = (...fates: readonly Fate[]) =>
    received.filter((c) => fates.includes(fateOfService(c)));
  const sure = are('kept', 'changed', 'wrong').filter((c) => c.proposed?.sure === true);
  return {
    counts: {
      proposals: received.length,
      serviceKept: are('kept').length,
      serviceChanged: are('changed').length,
      serviceWrong: are('wrong').length,
      serviceOpen: are('open').length,
      serviceUnused: are('unused').length,
      leadTaken: taken.length,
      leadTakenWrong: taken.filter(wrongAtFirst).length,
      leadChanged: changed.length,
      leadChangedRight: changed.filter(rightAfterAll).length,
      leadUnproposed: forwarded.length - named.length,
    },
    sureService: {
      numerator: sure.filter((c) => fateOfService(c) === 'kept').length,
      denominator: sure.length,
    },
  };
}

export interface NaiveHop {
  readonly from: string;
  readonly proposed: string | null;
  readonly reason: string;
  readonly lostMs: number;
}

const hopsOf = (cases: readonly Case[], days: Days): NaiveHop[] =>
  forwardedIn(cases, days).flatMap((c) => c.hops);

/** Returns that `isOwn` takes for its own. */
export function naiveReturns(
  cases: readonly Case[],
  days: Days,
  isOwn: (hop: NaiveHop) => boolean = () => true,
) {
  const hops = hopsOf(cases, days).filter(isOwn);
  const because = (reason: string) => hops.filter((hop) => hop.reason === reason).length;
  return {
    returns: hops.length,
    reasons: {
      wrong_department: because('wrong_department'),
      wrong_place: because('wrong_place'),
      not_enough_information: because('not_enough_information'),
      out_of_scope: because('out_of_scope'),
      other: because('other'),
    },
    lostMinutes: hops.reduce((sum, { lostMs }) => sum + Math.round(lostMs / 60_000), 0),
  };
}

export function naiveReturned(cases: readonly Case[], days: Days) {
  const forwarded = forwardedIn(cases, days);
  return {
    forwarded: forwarded.length,
    returned: forwarded.filter((c) => c.hops.length > 0).length,
    returnedAgain: forwarded.filter((c) => c.hops.length >= 2).length,
  };
}

export function naiveRefusals(cases: readonly Case[], department: string | null, days: Days) {
  const forwarded = forwardedIn(cases, days);
  if (department === null) {
    return { asked: forwarded.filter((c) => c.lead === null).length, refused: 0 };
  }
  const refused = forwarded.filter((c) => c.hops.some((hop) => hop.from === department));
  const had = forwarded.filter(
    (c) => c.lead === department || c.firstRoute?.lead === department || refused.includes(c),
  );
  return { asked: had.length, refused: refused.length };
}

/** Minutes of every return of the period, in order, of one department or service or of all. */
export const naiveLost = (
  cases: readonly Case[],
  days: Days,
  isOwn: (hop: NaiveHop) => boolean = () => true,
): number[] =>
  hopsOf(cases, days)
    .filter(isOwn)
    .map(({ lostMs }) => lostMs / 60_000)
    .sort((a, b) => a - b);

/** Under which line a case is found, beside those of the headline. */
export const naiveRoutingValue = {
  model: (c: Case) => c.proposed?.model ?? null,
  agent: (c: Case) => c.firstRoute?.by ?? null,
  rule: (c: Case) => {
    if (c.firstRoute === null) return null;
    if (c.firstRoute.rule !== null) return c.firstRoute.rule as string;
    return c.firstRoute.named === null ? '@catalogue' : '@person';
  },
} as const;

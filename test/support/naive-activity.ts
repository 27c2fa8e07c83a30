import type { Case } from '../../shared/domain/case.ts';
import { dayOf, type Days } from './naive-statistics.ts';

/** Something that happened, found by comparing what a case was with what it became. */
interface Happened {
  readonly what: string;
  readonly at: string;
  readonly department: string | null;
  readonly caseId: string;
}

/** Goes through every version of every case, in order, and shares nothing with what the last one says of the past. */
export function naiveHappenings(versions: readonly Case[]): Happened[] {
  const byCase = [...Map.groupBy(versions, ({ caseId }) => caseId).values()];
  return byCase.flatMap((some) => {
    const ordered = [...new Map(some.map((one) => [one.version, one])).values()].toSorted(
      (a, b) => a.version - b.version,
    );
    const latest = ordered.at(-1);
    return ordered.flatMap((now, index) => between(ordered[index - 1], now, latest?.lead ?? null));
  });
}

function between(before: Case | undefined, now: Case, lead: string | null): Happened[] {
  const said = (what: string, at: string | null, department: string | null): Happened[] =>
    at === null ? [] : [{ what, at, department, caseId: now.caseId }];
  const reopened = before !== undefined && before.clockStartedAt !== now.clockStartedAt;
  return [
    ...newOf(before?.rounds, now.rounds).flatMap((round) =>
      said('answersGiven', round.answeredAt, round.answeredBy),
    ),
    ...newlyJudged(before?.rounds, now.rounds).flatMap((round) =>
      said(WORDS[round.judgement ?? ''] ?? '', round.judgedAt, round.answeredBy),
    ),
    ...newOf(before?.hops, now.hops).flatMap((hop) => said('returnsMade', hop.at, hop.from)),
    ...(reopened ? said('reopenings', now.clockStartedAt, answererOf(before)) : []),
    ...(isNewlyClosed(before, now) ? said('closures', now.closedAt, lead) : []),
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  satisfied: 'judgedSatisfied',
  acceptable: 'judgedAcceptable',
  unsatisfied: 'judgedUnsatisfied',
};

const newOf = <T>(before: readonly T[] = [], now: readonly T[]): readonly T[] =>
  now.slice(before.length);

const newlyJudged = (before: Case['rounds'] = [], now: Case['rounds']) =>
  now.filter(({ judgement }, index) => judgement !== null && !before[index]?.judgement);

const answererOf = ({ rounds }: Case): string | null => rounds.at(-1)?.answeredBy ?? null;

const isNewlyClosed = (before: Case | undefined, now: Case): boolean =>
  now.status === 'closed' && before?.status !== 'closed';

export function naiveActivity(happened: readonly Happened[], { from, to }: Days) {
  const within = happened.filter(({ at }) => dayOf(at) >= from && dayOf(at) <= to);
  const count = (...what: readonly string[]) =>
    within.filter((one) => what.includes(one.what)).length;
  return {
    answersGiven: count('answersGiven'),
    judgementsGiven: count('judgedSatisfied', 'judgedAcceptable', 'judgedUnsatisfied'),
    judgedSatisfied: count('judgedSatisfied'),
    judgedAcceptable: count('judgedAcceptable'),
    judgedUnsatisfied: count('judgedUnsatisfied'),
    reopenings: count('reopenings'),
    returnsMade: count('returnsMade'),
    closures: count('closures'),
  };
}

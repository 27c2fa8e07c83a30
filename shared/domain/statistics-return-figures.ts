import type { ReturnReason } from './case.ts';
import { type Share, shareOf } from './satisfaction.ts';
import { REASON_COUNTERS } from './statistics-counters.ts';
import type { Sums } from './statistics-routing-figures.ts';

/** What was sent back. These count returns, not cases. */
export interface ReturnCounts {
  readonly returns: number;
  readonly reasons: Readonly<Record<ReturnReason, number>>;
  /** Round the clock, between routing and return. */
  readonly lostMinutes: number;
}

/** The cases behind the returns. */
export interface ReturnedCases {
  readonly forwarded: number;
  readonly returned: number;
  readonly returnedAgain: number;
  readonly returnRate: Share;
  /** Above 1 where cases go to and fro; null when nothing was forwarded. */
  readonly hopsPerCase: number | null;
}

/** How often a department refuses what it is sent. */
export interface Refusals {
  readonly asked: number;
  readonly refused: number;
  readonly refusalRate: Share;
}

/** Each name is a heading of docs/glossary.md, where the figure is defined with a worked example. */
export const RETURN_FIGURES = [
  'returns',
  'reasons',
  'lostMinutes',
  'returned',
  'returnedAgain',
  'returnRate',
  'hopsPerCase',
  'asked',
  'refused',
  'refusalRate',
] as const;

export function returnCountsOf(sums: Sums): ReturnCounts {
  const of = (reason: ReturnReason): number => sums[REASON_COUNTERS[reason]] ?? 0;
  const reasons = {
    wrong_department: of('wrong_department'),
    wrong_place: of('wrong_place'),
    not_enough_information: of('not_enough_information'),
    out_of_scope: of('out_of_scope'),
    other: of('other'),
  };
  return {
    returns: Object.values(reasons).reduce((sum, count) => sum + count, 0),
    reasons,
    lostMinutes: sums.lostMinutes ?? 0,
  };
}

export function returnedCasesOf(sums: Sums): ReturnedCases {
  const { forwarded = 0, returned = 0, returnedAgain = 0 } = sums;
  return {
    forwarded,
    returned,
    returnedAgain,
    returnRate: shareOf(returned, forwarded),
    hopsPerCase: forwarded === 0 ? null : returnCountsOf(sums).returns / forwarded,
  };
}

/** Asked is whoever leads a case now, and whoever had it first or refused it. */
export function refusalsOf({ forwarded = 0, passedOn = 0, refused = 0 }: Sums): Refusals {
  const asked = forwarded + passedOn;
  return { asked, refused, refusalRate: shareOf(refused, asked) };
}

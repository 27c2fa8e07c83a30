import type { Case } from '../../shared/domain/case.ts';
import areas from '../../shared/jurisdictions/binh-duong/areas.json' with { type: 'json' };

/**
 * The figures by going through all cases, as the glossary defines them. Shares nothing with the code under test: not
 * the counters, not the way it tells the day, not the look-up of places.
 */
export interface NaiveFigures {
  readonly received: number;
  readonly receivedAnswered: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly withdrawn: number;
  readonly citizenSilent: number;
  readonly forwarded: number;
  readonly answered: number;
  readonly satisfied: number;
  readonly acceptable: number;
  readonly unsatisfied: number;
  readonly reopened: number;
  readonly endedUnanswered: number;
  readonly judged: number;
  readonly satisfactory: number;
}

export interface Days {
  readonly from: string;
  readonly to: string;
}

const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
export const dayOf = (instant: string) => format.format(new Date(instant));

const within = (instant: string | null, { from, to }: Days) =>
  instant !== null && dayOf(instant) >= from && dayOf(instant) <= to;

export function naiveFigures(cases: readonly Case[], days: Days): NaiveFigures {
  const received = cases.filter((c) => within(c.receivedAt, days));
  const forwarded = cases.filter((c) => within(c.forwardedAt, days));
  const unanswered = ['rejected', 'duplicate', 'withdrawn', 'citizen_silent'];
  const ended = (c: Case) => unanswered.includes(c.closeReason ?? '');
  const since = (c: Case) => c.rounds.filter((round) => round.answeredAt >= (c.forwardedAt ?? ''));
  const judgedAs = (...judgements: readonly string[]) =>
    forwarded.filter((c) => judgements.includes(since(c).at(-1)?.judgement ?? '')).length;
  const closedAs = (reason: string) => received.filter((c) => c.closeReason === reason).length;
  return {
    received: received.length,
    receivedAnswered: received.filter((c) => c.rounds.length > 0).length,
    rejected: closedAs('rejected'),
    duplicate: closedAs('duplicate'),
    withdrawn: closedAs('withdrawn'),
    citizenSilent: closedAs('citizen_silent'),
    forwarded: forwarded.length,
    answered: forwarded.filter((c) => since(c).length > 0).length,
    satisfied: judgedAs('satisfied'),
    acceptable: judgedAs('acceptable'),
    unsatisfied: judgedAs('unsatisfied'),
    reopened: forwarded.filter(
      (c) => c.clockStartedAt > c.receivedAt && c.clockStartedAt >= (c.forwardedAt ?? ''),
    ).length,
    endedUnanswered: forwarded.filter(ended).length,
    judged: judgedAs('satisfied', 'acceptable', 'unsatisfied'),
    satisfactory: judgedAs('satisfied', 'acceptable'),
  };
}

export const naiveSupporting = (cases: readonly Case[], department: string, days: Days): number =>
  cases.filter(
    (c) => within(c.forwardedAt, days) && c.parts.some((part) => part.department === department),
  ).length;

/** The value under which a case is found in a breakdown; months are of the cohort and need none. */
export const naiveValue = {
  department: (c: Case) => c.lead as string | null,
  class: (c: Case) => c.class as string | null,
  service: (c: Case) => c.serviceCode as string | null,
  channel: (c: Case) => c.channel as string | null,
  district: (c: Case) =>
    c.areaCode?.length === 3
      ? c.areaCode
      : (areas.communes2020.find(({ code }) => code === c.areaCode)?.districtCode ?? null),
} as const;

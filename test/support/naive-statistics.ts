import type { Case } from '../../shared/domain/case.ts';
import catalogue from '../../shared/jurisdictions/binh-duong/services.json' with { type: 'json' };
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
  readonly incidents: number;
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

const UNANSWERED = ['rejected', 'duplicate', 'withdrawn', 'citizen_silent'];

const within = (instant: string | null, { from, to }: Days) =>
  instant !== null && dayOf(instant) >= from && dayOf(instant) <= to;

export function naiveFigures(cases: readonly Case[], days: Days): NaiveFigures {
  const received = cases.filter((c) => within(c.receivedAt, days));
  const forwarded = cases.filter((c) => within(c.forwardedAt, days));
  const ended = (c: Case) => UNANSWERED.includes(c.closeReason ?? '');
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
    incidents: received.filter((c) => c.mergedInto === null).length,
    judged: judgedAs('satisfied', 'acceptable', 'unsatisfied'),
    satisfactory: judgedAs('satisfied', 'acceptable'),
  };
}

/** First contacts that were enough, and what came back. */
export function naiveContact(cases: readonly Case[], days: Days) {
  const received = cases.filter((c) => within(c.receivedAt, days));
  const served = received.filter(
    (c) =>
      c.repeats === null &&
      c.forwardedAt === null &&
      c.rounds.length > 0 &&
      c.rounds.every((round) => round.answeredBy === null) &&
      c.clockStartedAt === c.receivedAt &&
      !UNANSWERED.includes(c.closeReason ?? ''),
  );
  return {
    firstContact: served.length,
    repeats: received.filter((c) => c.repeats !== null).length,
  };
}

export const naiveSupporting = (cases: readonly Case[], department: string, days: Days): number =>
  cases.filter(
    (c) => within(c.forwardedAt, days) && c.parts.some((part) => part.department === department),
  ).length;

/** The value under which a case is found in a breakdown; months and quarters are of the cohort and need none. */
export const naiveValue = {
  department: (c: Case) => c.lead as string | null,
  class: (c: Case) => c.class as string | null,
  service: (c: Case) => c.serviceCode as string | null,
  group: (c: Case) =>
    catalogue.services.find(({ code }) => code === c.serviceCode)?.group ?? (c.serviceCode as null),
  channel: (c: Case) => c.channel as string | null,
  priority: (c: Case) => c.priority as string | null,
  district: (c: Case) => placeOf(c.areaCode, { ward: (ward) => ward.formerDistricts }),
  commune: (c: Case) =>
    placeOf(c.areaCode, {
      district: ({ code }) => communesWhere((commune) => commune.districtCode === code),
      commune: ({ code }) => [code],
      ward: ({ code }) => communesWhere(({ successors }) => successors.includes(code)),
    }),
  ward: (c: Case) =>
    placeOf(c.areaCode, {
      district: ({ code }) =>
        areas.wards2025
          .filter(({ formerDistricts }) => formerDistricts.includes(code))
          .map((ward) => `${ward.code}-2025`),
      commune: ({ successors }) => successors.map((code) => `${code}-2025`),
      ward: ({ code }) => [`${code}-2025`],
    }),
} as const;

/** The days of a month or a quarter that lie in a period, as text: no month has a 32nd day. */
export function naiveDays(value: string, { from, to }: Days): Days {
  const quarters = { Q1: ['01', '03'], Q2: ['04', '06'], Q3: ['07', '09'], Q4: ['10', '12'] };
  const [year, part] = [value.slice(0, 4), value.slice(5)];
  const [first = '', last = ''] =
    part in quarters ? quarters[part as keyof typeof quarters] : [part, part];
  const days = { from: `${year}-${first}-01`, to: `${year}-${last}-31` };
  return { from: days.from > from ? days.from : from, to: days.to < to ? days.to : to };
}

/** Whether a case is in the line of a breakdown: in several, where several departments support. */
export function isNaivelyIn(
  c: Case,
  by: keyof typeof naiveValue | 'supporting',
  value: string | null,
): boolean {
  if (by !== 'supporting') return naiveValue[by](c) === value;
  const supporting = c.parts.map((part) => part.department as string | null);
  return supporting.length === 0 ? value === null : supporting.includes(value);
}

type Row<List extends 'districts' | 'communes2020' | 'wards2025'> = (typeof areas)[List][number];
const communesWhere = (is: (commune: Row<'communes2020'>) => boolean) =>
  areas.communes2020.filter(is).map(({ code }) => code);

/** The unit in which a place lies, where it is one alone; else the place itself. */
function placeOf(
  code: string | null,
  {
    district = ({ code: own }) => [own],
    commune = ({ districtCode }) => [districtCode],
    ward,
  }: {
    readonly district?: (row: Row<'districts'>) => readonly string[];
    readonly commune?: (row: Row<'communes2020'>) => readonly string[];
    readonly ward: (row: Row<'wards2025'>) => readonly string[];
  },
): string | null {
  const units = [
    ...areas.districts.filter((row) => row.code === code).flatMap(district),
    ...areas.communes2020.filter((row) => row.code === code).flatMap(commune),
    ...areas.wards2025.filter((row) => `${row.code}-2025` === code).flatMap(ward),
  ];
  return units.length === 1 ? (units[0] ?? null) : code;
}

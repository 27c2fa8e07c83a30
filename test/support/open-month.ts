import { MonthTally } from '../../shared/domain/open-data/month-tally.ts';
import type { OpenMonth } from '../../shared/domain/open-data/open-case.ts';
import type { Contribution, Counter } from '../../shared/domain/statistics.ts';
import { Chance, jurisdiction } from './random-cases.ts';

export const MARCH: OpenMonth = {
  period: { from: '2020-03-01', to: '2020-03-31' },
  level: 'district',
  units: jurisdiction,
};

/** A case in the words of who makes it up. */
export interface MadeUpCase {
  readonly class: string;
  readonly service: string;
  readonly area: string;
  readonly department: string;
  readonly channel: string;
  /** Day of March on which it was received; before it, it was received in February. */
  readonly day: number;
  readonly forwarded: boolean;
  readonly answered: boolean;
  readonly judgement: 'satisfied' | 'acceptable' | 'unsatisfied' | null;
  readonly late: boolean;
}

const dayOf = (day: number): string =>
  day > 0 ? `2020-03-${String(day).padStart(2, '0')}` : `2020-02-${String(29 + day)}`;

const JUDGED = {
  satisfied: 'judgedSatisfied',
  acceptable: 'judgedAcceptable',
  unsatisfied: 'judgedUnsatisfied',
} as const;

/** What such a case counts for. */
export function contributionsOf(one: MadeUpCase): Contribution[] {
  const { class: caseClass, service, area, department, channel, answered } = one;
  const own: Contribution['cells'] = [
    ['class', caseClass],
    ['department', department],
    ['service', service],
    ['channel', channel],
    ['area', area],
  ];
  const day = dayOf(one.day);
  const forwardedOn = dayOf(Math.max(one.day, 1));
  const judged = answered && one.judgement !== null ? [one.judgement] : [];
  const counted = (on: string, counters: Counter[], cells = own): Contribution => ({
    ...{ day: on, counters, cells },
  });
  const done: Contribution['cells'] = [...own.slice(0, 2), ['done-service', service]];
  const given = answered ? (['answered'] as const) : [];
  return [
    counted(day, answered ? ['received', 'receivedAnswered'] : ['received']),
    ...[
      counted(forwardedOn, ['forwarded', ...given, ...judged]),
      counted(forwardedOn, ['forwarded'], [['agent', 'lan']]),
    ].filter(() => one.forwarded),
    counted(forwardedOn, [dueIn(one)], done),
    ...given.map(() => counted(forwardedOn, ['answersGiven'], done)),
    ...judged.map((judgement) => counted(forwardedOn, [JUDGED[judgement]], done)),
  ];
}

function dueIn({ answered, late }: MadeUpCase): Counter {
  if (!answered) return 'dueOpen';
  return late ? 'dueLate' : 'dueOnTime';
}

export function tallyOf(cases: readonly MadeUpCase[]): MonthTally {
  const tally = new MonthTally(MARCH);
  for (const one of cases) tally.add(contributionsOf(one));
  return tally;
}

/** Cases of which most are alike and some are rare, as everywhere. The same seed makes the same ones. */
export function madeUpCases(seed: number, size: number): MadeUpCase[] {
  const chance = new Chance(seed);
  const oneOf = <T>(...values: T[]): T =>
    values[Math.floor(chance.fraction() ** 2 * values.length)] ?? values[0]!;
  return Array.from({ length: size }, () => {
    const forwarded = oneOf(true, true, false);
    const [caseClass, service] = oneOf<readonly [string, string]>(
      ['field_report', 'tree'],
      ['field_report', 'flooding'],
      ['information', 'info-policy'],
      ['field_report', 'garbage'],
      ['procedure', 'late-dossier'],
      ['information', 'info-health'],
      ['procedure', 'none'],
    );
    return {
      ...{ class: caseClass, service, forwarded },
      area: oneOf('718', '725', '724', '723', '720'),
      department: forwarded ? oneOf('TDM', 'TA', 'DA', 'SXD', 'BIWASE') : 'none',
      channel: oneOf('phone', 'zalo', 'web'),
      day: chance.below(37) - 5,
      answered: oneOf(true, true, true, false),
      judgement: oneOf('satisfied', 'acceptable', null, 'unsatisfied'),
      late: oneOf(false, false, true),
    };
  });
}

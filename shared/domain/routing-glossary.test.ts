import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aCase, aRound, at, jurisdiction } from '../../test/support/case-builder.ts';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import { InMemoryStaffRegister } from '../adapters/memory/in-memory-staff-register.ts';
import { InMemoryStatistics } from '../adapters/memory/in-memory-statistics.ts';
import { createProjectCases } from '../usecases/project-cases.ts';
import { createReadReturns } from '../usecases/read-returns.ts';
import { createReadRouting } from '../usecases/read-routing.ts';
import { createReadTimes } from '../usecases/read-times.ts';
import type { Result } from './result.ts';
import { MIN_RANKING_SAMPLE, type Share } from './satisfaction.ts';
import { statisticsContext } from './statistics-context.ts';
import { RETURN_FIGURES } from './statistics-return-figures.ts';
import { RETURN_DEFINITIONS, ROUTING_DEFINITIONS } from './statistics-routing-definitions.ts';
import { ROUTING_FIGURES } from './statistics-routing-figures.ts';
import { RETURN_BREAKDOWNS } from './statistics-routing-rows.ts';
import { RELATIVE_ERROR } from './statistics-sketch.ts';

const glossary = readFileSync('docs/glossary.md', 'utf8');
const sections = new Map(
  glossary.split(/^### /m).map((section) => [section.split('\n')[0] ?? '', section]),
);
const resultIn = (figure: string): string =>
  /Ví dụ · Example: .*→ \*\*(.+)\*\*/.exec(
    (sections.get(figure) ?? '').replaceAll(/\s+/g, ' '),
  )?.[1] ?? '';

const MARCH_5 = at('2020-03-05 09:00');
const road = { class: 'field_report', serviceCode: 'road-damage' };
const sure = (service: string, lead: string | null) => ({
  model: '1.0',
  service,
  area: null,
  lead,
  rule: null,
  sure: true,
});
const first = (lead: string, by: string, differing: object = {}) => ({
  forwardedAt: MARCH_5,
  firstRoute: { lead, by, rule: null, named: null, service: null, ...differing },
});
const hop = (from: string, minutes: number, differing: object = {}) => ({
  number: 1,
  from,
  reason: 'wrong_department',
  proposed: null,
  at: MARCH_5,
  lostMs: minutes * 60_000,
  ...differing,
});
const answered = { status: 'answered', rounds: [aRound(at('2020-03-09 09:00'), null)] };

/** The table of the glossary, row by row. */
const example = [
  {
    ...road,
    ...first('SGTVT', 'lan', { rule: 'provincial-roads' }),
    proposed: sure('road-damage', 'SGTVT'),
    lead: 'SGTVT',
    ...answered,
  },
  {
    ...road,
    ...first('TA', 'lan'),
    proposed: sure('road-damage', 'TA'),
    lead: 'SGTVT',
    hops: [hop('TA', 60, { proposed: 'SGTVT' })],
    ...answered,
  },
  {
    class: 'field_report',
    serviceCode: 'street-light',
    ...first('DA', 'minh', { named: true }),
    proposed: sure('street-light', 'TA'),
    lead: 'TA',
    hops: [hop('DA', 30, { proposed: 'TA' })],
    ...answered,
  },
  {
    class: 'field_report',
    serviceCode: 'tree',
    ...first('TA', 'minh'),
    proposed: { ...sure('flooding', null), sure: false },
    lead: 'TA',
    ...answered,
  },
  { ...road, ...first('TA', 'lan'), proposed: sure('road-damage', 'TA'), lead: 'TA' },
  {
    class: 'field_report',
    serviceCode: 'manhole',
    ...first('TA', 'lan', { service: 'road-damage' }),
    proposed: sure('road-damage', 'TA'),
    lead: 'TA',
    hops: [hop('TA', 90, { reason: 'not_enough_information' })],
    ...answered,
  },
  {
    class: 'information',
    serviceCode: 'info-hotline',
    proposed: sure('info-hotline', null),
    ...answered,
  },
  { proposed: sure('out-of-scope', null), status: 'closed', closeReason: 'rejected' },
  {
    ...road,
    ...first('TA', 'minh', { named: true }),
    hops: [
      hop('TA', 20, { reason: 'wrong_place', proposed: 'DA' }),
      hop('DA', 40, { number: 2, proposed: 'TA' }),
    ],
  },
].map((differing, number) =>
  aCase({ ...differing, receivedAt: MARCH_5, caseId: caseIdNumber(number) }),
);

async function march() {
  const { jurisdictionId } = example[0]!;
  const context = statisticsContext(jurisdiction);
  const statistics = new InMemoryStatistics();
  await createProjectCases({ ledger: statistics, context })(jurisdictionId, example);
  const ports = {
    statistics,
    times: statistics,
    staff: new InMemoryStaffRegister(),
    clock: { now: () => new Date(at('2020-06-01 08:00')) },
    jurisdiction,
    context,
  };
  const period = { jurisdictionId, from: '2020-03-01', to: '2020-03-31' };
  const question = { ...period, role: 'manager' } as const;
  return {
    routing: valueOf(await createReadRouting(ports)(question)),
    returns: valueOf(await createReadReturns(ports)({ ...question, by: 'department' })),
    ofCases: valueOf(await createReadReturns(ports)(question)),
    times: valueOf(await createReadTimes(ports)(period)),
  };
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const percent = ({ rate }: Share): string => `${(100 * (rate ?? 0)).toFixed(1)} %`;

describe('the glossary of first routing and returns', () => {
  it.each(Object.entries({ ...ROUTING_DEFINITIONS, ...RETURN_DEFINITIONS }))(
    'says of %s what the API says, with an example',
    (figure, { vi, en }) => {
      const section = (sections.get(figure) ?? '').replaceAll(/\s+/g, ' ');
      expect(section).toContain(vi);
      expect(section).toContain(en);
      expect(resultIn(figure)).not.toBe('');
    },
  );

  it('works every example of first routing as the code does', async () => {
    const { counts, proposals, ...rates } = (await march()).routing.total;
    const worked: Record<(typeof ROUTING_FIGURES)[number], number | string> = {
      ...counts,
      ...proposals!.counts,
      firstRouting: percent(rates.firstRouting),
      firstRoutingAnswered: percent(rates.firstRoutingAnswered),
      firstRoutingRankable: rates.firstRoutingRankable ? 'có / yes' : 'không / no',
      serviceAccuracy: percent(proposals!.serviceAccuracy),
      sureServiceAccuracy: percent(proposals!.sureServiceAccuracy),
      sureShare: percent(proposals!.sureShare),
      leadAccuracy: percent(proposals!.leadAccuracy),
    };
    for (const figure of ROUTING_FIGURES) {
      expect(resultIn(figure), figure).toBe(String(worked[figure]));
    }
    expect(sections.get('firstRoutingRankable')).toContain(`7 < ${MIN_RANKING_SAMPLE}`);
  });

  it('works every example of returns as the code does', async () => {
    const { returns, ofCases } = await march();
    const { reasons, ...counts } = returns.total;
    const { refusalRate, ...refusals } = returns.rows.find(
      ({ value }) => value === 'TA',
    )!.refusals!;
    const { returnRate, hopsPerCase, ...cases } = ofCases.total.perCase;
    const worked: Record<(typeof RETURN_FIGURES)[number], unknown> = {
      ...counts,
      ...cases,
      ...refusals,
      reasons: Object.values(reasons).join(' · '),
      returnRate: percent(returnRate),
      hopsPerCase: hopsPerCase?.toFixed(2),
      refusalRate: percent(refusalRate),
    };
    for (const figure of RETURN_FIGURES) {
      expect(resultIn(figure), figure).toBe(String(worked[figure]));
    }
  });

  it('works the example of the time lost as the code does, within 2 %', async () => {
    const { cases, p50, p90, p95 } = (await march()).times.total.lost;
    expect(cases).toBe(5);
    const written = resultIn('lost').split(' · ').map(Number);
    for (const [index, found] of [p50, p90, p95].entries()) {
      const exact = written[index] ?? Number.NaN;
      expect(Math.abs((found ?? 0) - exact)).toBeLessThanOrEqual(exact * RELATIVE_ERROR);
    }
  });

  it('names every breakdown', () => {
    for (const by of RETURN_BREAKDOWNS) expect(glossary).toContain(`| \`${by}\``);
  });
});

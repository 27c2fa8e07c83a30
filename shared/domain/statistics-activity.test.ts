import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aCase, aRound, jurisdiction } from '../../test/support/case-builder.ts';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import { InMemoryStatistics } from '../adapters/memory/in-memory-statistics.ts';
import { createProjectCases } from '../usecases/project-cases.ts';
import { createReadActivity } from '../usecases/read-activity.ts';
import { activityContributions } from './statistics-activity.ts';
import { ACTIVITY_DEFINITIONS, ACTIVITY_FIGURES } from './statistics-activity-figures.ts';
import { statisticsContext } from './statistics-context.ts';

const context = statisticsContext(jurisdiction);
const day = (date: string): string => `2020-${date}T03:00:00.000Z`;
const judged = (
  answered: string,
  judgement: 'satisfied' | 'acceptable' | 'unsatisfied',
  on: string,
) => ({ ...aRound(day(answered), judgement), judgedAt: day(on) });
const closed = (on: string) => ({ status: 'closed', closedAt: day(on) });

describe('what happened with a case', () => {
  it('counts on its own day, under who did it, and together where day and department are one', () =>
    expect(
      activityContributions(
        aCase({
          ...{ lead: 'SGTVT', class: 'field_report', serviceCode: 'road-damage' },
          rounds: [judged('03-09', 'satisfied', '03-12')],
          ...{ ...closed('03-12'), closeReason: 'judged' },
        }),
        context,
      ),
    ).toMatchObject([
      { day: '2020-03-09', counters: ['answersGiven'] },
      {
        day: '2020-03-12',
        counters: ['judgedSatisfied', 'closures'],
        cells: [
          ['class', 'field_report'],
          ['department', 'SGTVT'],
          ['done-service', 'road-damage'],
          ['channel', 'phone'],
        ],
      },
    ]));

  it('counts as often as it happened on one day', () => {
    const rounds = [aRound(day('03-09'), null), aRound(day('03-09'), null, 2)];
    expect(activityContributions(aCase({ rounds }), context)).toMatchObject([
      { counters: ['answersGiven'], by: 2 },
    ]);
  });

  it('is nothing while nothing has', () =>
    expect(activityContributions(aCase({}), context)).toEqual([]));
});

const glossary = readFileSync('docs/glossary.md', 'utf8');
const sections = new Map(
  glossary.split(/^### /m).map((section) => [section.split('\n')[0] ?? '', section]),
);

/** The table of the glossary, row by row. */
const example = [
  {
    ...{ receivedAt: day('03-20'), lead: 'SGTVT', clockStartedAt: day('04-03') },
    rounds: [
      judged('03-30', 'unsatisfied', '04-02'),
      { ...judged('04-10', 'satisfied', '04-14'), number: 2 },
    ],
    ...{ formerClosures: [day('04-02')], ...closed('04-14'), closeReason: 'judged' },
  },
  {
    ...{ receivedAt: day('04-01'), forwardedAt: day('04-01'), lead: 'SGTVT' },
    hops: [
      {
        ...{ number: 1, from: 'TA', reason: 'wrong_department', proposed: null },
        ...{ at: day('04-02'), lostMs: 0 },
      },
    ],
    rounds: [judged('04-06', 'acceptable', '04-08')],
    ...{ ...closed('04-08'), closeReason: 'judged' },
  },
  {
    ...{ receivedAt: day('03-28'), lead: 'SGTVT', rounds: [aRound(day('04-01'), null)] },
    ...{ ...closed('04-08'), closeReason: 'judging_window_passed' },
  },
  { receivedAt: day('04-25'), ...closed('04-25'), closeReason: 'rejected' },
].map((differing, number) => aCase({ ...differing, caseId: caseIdNumber(number) }));

describe('the glossary of activity', () => {
  it.each(ACTIVITY_FIGURES)('says of %s what the API says', (figure) => {
    const section = (sections.get(figure) ?? '').replaceAll(/[*`]/g, '').replaceAll(/\s+/g, ' ');
    expect(section).toContain(ACTIVITY_DEFINITIONS[figure].vi);
    expect(section).toContain(ACTIVITY_DEFINITIONS[figure].en);
  });

  it('works every example as the code does', async () => {
    const { jurisdictionId } = example[0]!;
    const statistics = new InMemoryStatistics();
    await createProjectCases({ ledger: statistics, context })(jurisdictionId, example);
    const clock = { now: () => new Date(day('06-01')) };
    const april = await createReadActivity({ statistics, clock, jurisdiction, context })({
      ...{ jurisdictionId, from: '2020-04-01', to: '2020-04-30', by: 'department' },
    });
    if (!april.ok) throw new Error(april.error.code);
    const written = ACTIVITY_FIGURES.map((figure) => [
      figure,
      Number(/→ \*\*(.+)\*\*/.exec(sections.get(figure) ?? '')?.[1]),
    ]);
    expect(Object.fromEntries(written)).toEqual(april.value.total.counts);
    const ofTa = april.value.rows.find(({ value }) => value === 'TA');
    expect(ofTa?.counts).toMatchObject({ answersGiven: 0, returnsMade: 1 });
  });
});

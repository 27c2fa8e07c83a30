import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aCase, aPart, aRound, jurisdiction } from '../../test/support/case-builder.ts';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import { InMemoryStatistics } from '../adapters/memory/in-memory-statistics.ts';
import { createProjectCases } from '../usecases/project-cases.ts';
import { createReadHeadline } from '../usecases/read-headline.ts';
import { MIN_RANKING_SAMPLE, type Share } from './satisfaction.ts';
import { statisticsContext } from './statistics-context.ts';
import { FIGURES } from './statistics-figures.ts';
import { HEADLINE_DEFINITIONS } from './statistics-headline-definitions.ts';
import { BREAKDOWNS } from './statistics-rows.ts';

const glossary = readFileSync('docs/glossary.md', 'utf8');
const sections = new Map(
  glossary.split(/^### /m).map((section) => [section.split('\n')[0] ?? '', section]),
);

const day = (date: string): string => `2020-${date}T03:00:00.000Z`;
const field = { class: 'field_report' };
const sent = (date: string, lead: string, differing: object = {}) => ({
  ...field,
  receivedAt: day(date),
  forwardedAt: day(date),
  lead,
  ...differing,
});

/** The table of the glossary, row by row. */
const example = [
  { receivedAt: day('03-02'), class: 'procedure', rounds: [aRound(day('03-02'), 'satisfied')] },
  {
    receivedAt: day('03-03'),
    class: 'procedure',
    rounds: [aRound(day('03-03'), null)],
    repeats: caseIdNumber(0),
  },
  sent('03-04', 'SGTVT', { rounds: [aRound(day('03-09'), 'satisfied')] }),
  sent('03-05', 'SGTVT', { rounds: [aRound(day('03-09'), 'acceptable')] }),
  sent('03-06', 'SGTVT', {
    parts: [aPart('SXD', 'answered')],
    rounds: [aRound(day('03-09'), 'unsatisfied')],
    clockStartedAt: day('03-12'),
  }),
  sent('03-09', 'TA', { rounds: [aRound(day('03-12'), null)] }),
  sent('03-10', 'TA'),
  sent('03-11', 'TA', { status: 'closed', closeReason: 'withdrawn' }),
  { receivedAt: day('03-12'), ...field, status: 'closed', closeReason: 'duplicate' },
  { receivedAt: day('03-13'), status: 'closed', closeReason: 'rejected' },
  sent('03-31', 'TA', {
    forwardedAt: day('04-01'),
    rounds: [aRound(day('04-03'), 'satisfied')],
  }),
].map((differing, number) => aCase({ ...differing, caseId: caseIdNumber(number) }));

const percent = (rate: number | null): string => `${(100 * (rate ?? 0)).toFixed(1)} %`;
const rateOf = ({ rate }: Share): string => percent(rate);

async function marchByDepartment() {
  const jurisdictionId = example[0]!.jurisdictionId;
  const context = statisticsContext(jurisdiction);
  const statistics = new InMemoryStatistics();
  await createProjectCases({ ledger: statistics, context })(jurisdictionId, example);
  const clock = { now: () => new Date(day('06-01')) };
  const headline = await createReadHeadline({ statistics, clock, jurisdiction, context })({
    jurisdictionId,
    from: '2020-03-01',
    to: '2020-03-31',
    by: 'department',
  });
  if (!headline.ok) throw new Error(headline.error.code);
  return headline.value;
}

describe('the glossary', () => {
  it.each(FIGURES)('defines %s with an example', (figure) =>
    expect(sections.get(figure)).toMatch(/Ví dụ · Example: .*→ \*\*.+\*\*/),
  );

  it.each(FIGURES)('says of %s what the API says', (figure) => {
    const section = (sections.get(figure) ?? '').replaceAll(/[*`]/g, '').replaceAll(/\s+/g, ' ');
    const { vi, en } = HEADLINE_DEFINITIONS[figure];
    expect(section).toContain(vi);
    expect(section).toContain(en);
  });

  it('works every example as the code does', async () => {
    const { total, rows } = await marchByDepartment();
    const { ofForwarded, ofAnswered, ofJudged, judgedOfAnswered, rankable } = total.satisfaction;
    const figures: Record<(typeof FIGURES)[number], number | string> = {
      ...total.counts,
      supporting: rows.find(({ value }) => value === 'SXD')?.supporting ?? 0,
      answeredOfReceived: rateOf(total.answeredOfReceived),
      ofForwarded: rateOf(ofForwarded),
      ofAnswered: rateOf(ofAnswered),
      ofJudged: rateOf(ofJudged),
      judgedOfAnswered: rateOf(judgedOfAnswered),
      reopenRate: rateOf(total.reopenRate),
      ...total.contact.counts,
      firstContactRate: rateOf(total.contact.firstContactRate),
      repeatRate: rateOf(total.contact.repeatRate),
      interval: `${percent(ofForwarded.low)} – ${percent(ofForwarded.high)}`,
      rankable: rankable ? 'có / yes' : 'không / no',
    };
    const written = FIGURES.map((figure) => [
      figure,
      /→ \*\*(.+)\*\*/.exec(sections.get(figure) ?? '')?.[1],
    ]);
    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries(FIGURES.map((figure) => [figure, String(figures[figure])])),
    );
  });

  it('names every breakdown and the minimum sample', () => {
    for (const by of BREAKDOWNS) expect(glossary).toContain(`| \`${by}\``);
    expect(sections.get('rankable')).toContain(`6 < ${MIN_RANKING_SAMPLE}`);
  });
});

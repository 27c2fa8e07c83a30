import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aCase, aPart, aRound, at, jurisdiction } from '../../test/support/case-builder.ts';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import { InMemoryStatistics } from '../adapters/memory/in-memory-statistics.ts';
import { createProjectCases } from '../usecases/project-cases.ts';
import { createReadDeadlines } from '../usecases/read-deadlines.ts';
import { createReadTimes } from '../usecases/read-times.ts';
import type { Result } from './result.ts';
import { MIN_RANKING_SAMPLE, type Share } from './satisfaction.ts';
import { statisticsContext } from './statistics-context.ts';
import { DEADLINE_FIGURES } from './statistics-deadlines.ts';
import { DEADLINE_DEFINITIONS, TIME_DEFINITIONS } from './statistics-definitions.ts';
import type { Percentiles } from './statistics-percentiles.ts';
import { MEASURES } from './statistics.ts';
import { RELATIVE_ERROR } from './statistics-sketch.ts';

const glossary = readFileSync('docs/glossary.md', 'utf8');
const sections = new Map(
  glossary.split(/^### /m).map((section) => [section.split('\n')[0] ?? '', section]),
);
const resultIn = (figure: string): string =>
  /Ví dụ · Example: .*→ \*\*(.+)\*\*/.exec(sections.get(figure) ?? '')?.[1] ?? '';

const march = (local: string): string => at(`2020-03-${local}`);

/** The table of the glossary, row by row. */
const example = [
  { received: '04 08:00', sent: '04 08:03', lead: 'SGTVT', due: '11 17:00', answer: '11 17:00' },
  { received: '05 09:00', sent: '05 09:02', lead: 'SGTVT', due: '12 17:00', answer: '13 09:00' },
  { received: '06 10:00', sent: '06 10:03', lead: 'TA', due: '13 17:00' },
  { received: '09 08:00', sent: '09 08:04', lead: 'TA', due: '16 17:00' },
  {
    received: '10 08:00',
    sent: '10 08:03',
    lead: 'TA',
    due: '12 17:00',
    also: { status: 'awaiting_citizen', waiting: [{ from: march('11 08:00'), until: null }] },
  },
  {
    received: '10 14:00',
    sent: '10 14:02',
    lead: 'SGTVT',
    due: '18 17:00',
    also: { extensions: 1, parts: [{ ...aPart('SXD'), dueAt: march('13 17:00') }] },
  },
  {
    received: '11 09:00',
    sent: '11 09:05',
    lead: 'TA',
    due: '18 17:00',
    also: { status: 'closed', closeReason: 'withdrawn' },
  },
  { received: '12 15:00', answer: '12 15:02' },
].map(({ received, sent, lead, due, answer, also }, number) =>
  aCase({
    caseId: caseIdNumber(number),
    receivedAt: march(received),
    forwardedAt: sent === undefined ? null : march(sent),
    lead: lead ?? null,
    answerDueAt: due === undefined ? null : march(due),
    status: answer === undefined ? 'in_progress' : 'answered',
    rounds: answer === undefined ? [] : [aRound(march(answer), null)],
    ...also,
  }),
);

async function figures() {
  const { jurisdictionId } = example[0]!;
  const context = statisticsContext(jurisdiction);
  const statistics = new InMemoryStatistics();
  await createProjectCases({ ledger: statistics, context })(jurisdictionId, example);
  const ports = { clock: { now: () => new Date(march('16 10:00')) }, jurisdiction, context };
  const from = '2020-03-09';
  const deadlines = valueOf(
    await createReadDeadlines({ series: statistics, ...ports })({
      jurisdictionId,
      from,
      to: '2020-03-20',
      by: 'department',
    }),
  );
  const times = valueOf(
    await createReadTimes({ times: statistics, ...ports })({
      jurisdictionId,
      from,
      to: '2020-03-16',
    }),
  );
  return { deadlines, times };
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const percent = ({ rate }: Share): string => `${(100 * (rate ?? 0)).toFixed(1)} %`;

describe('the glossary of deadlines and times', () => {
  it.each(Object.entries({ ...DEADLINE_DEFINITIONS, ...TIME_DEFINITIONS }))(
    'says of %s what the API says, with an example',
    (figure, { vi, en }) => {
      const section = (sections.get(figure) ?? '').replaceAll(/\s+/g, ' ');
      expect(section).toContain(vi);
      expect(section).toContain(en);
      expect(resultIn(figure)).not.toBe('');
    },
  );

  it('works every example of deadlines as the code does', async () => {
    const { deadlines } = await figures();
    const { counts, ...rates } = deadlines.total;
    const parts = deadlines.rows.find(({ value }) => value === 'SXD')?.parts;
    const worked: Record<(typeof DEADLINE_FIGURES)[number], number | string> = {
      ...counts,
      onTimeRate: percent(rates.onTimeRate),
      extensionRate: percent(rates.extensionRate),
      breachRate: percent(rates.breachRate),
      onTimeRankable: rates.onTimeRankable ? 'có / yes' : 'không / no',
      parts: [parts?.doneOnTime, parts?.doneLate, parts?.openWithin, parts?.openOverdue].join(
        ' · ',
      ),
    };
    for (const figure of DEADLINE_FIGURES) {
      expect(resultIn(figure), figure).toBe(String(worked[figure]));
    }
    expect(sections.get('onTimeRankable')).toContain(`3 < ${MIN_RANKING_SAMPLE}`);
  });

  it('works every example of times as the code does, within 2 %', async () => {
    const { total } = (await figures()).times;
    for (const figure of MEASURES.filter((one) => one !== 'lost')) {
      const { p50, p90, p95 }: Percentiles = total[figure];
      const written = resultIn(figure).split(' · ').map(Number);
      for (const [index, found] of [p50, p90, p95].entries()) {
        const exact = written[index] ?? Number.NaN;
        expect(Math.abs((found ?? 0) - exact)).toBeLessThanOrEqual(exact * RELATIVE_ERROR);
      }
    }
  });
});

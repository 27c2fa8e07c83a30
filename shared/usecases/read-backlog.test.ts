import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCase,
  anActor,
  aRound,
  at,
  jurisdiction,
  jurisdictionId,
} from '../../test/support/case-builder.ts';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import { InMemoryStatistics } from '../adapters/memory/in-memory-statistics.ts';
import { fingerprintsFrom } from '../adapters/system/hashed-fingerprints.ts';
import { BACKLOG_AGES, BACKLOG_DEFINITIONS, BACKLOG_FIGURES } from '../domain/backlog.ts';
import type { Case } from '../domain/case.ts';
import { DepartmentCode } from '../domain/department.ts';
import type { Result } from '../domain/result.ts';
import { statisticsContext } from '../domain/statistics-context.ts';
import type { WorklistQuestion, WorklistRow } from '../ports/worklists.ts';
import { createProjectCases } from './project-cases.ts';
import { createListBacklogCases, createReadBacklog } from './read-backlog.ts';

const context = statisticsContext(jurisdiction);

interface Waiting extends Pick<WorklistQuestion, 'owner' | 'status'> {
  readonly receivedAt: string;
  readonly as?: WorklistRow['as'];
}

const waiting = (owner: string, status: string, received: string) =>
  ({ owner, status, as: 'lead', receivedAt: at(received) }) as Waiting;

/** Monday noon. */
async function setup(
  cases: readonly Waiting[],
  {
    now = at('2020-03-16 12:00'),
    answered = [],
  }: { now?: string; answered?: readonly Case[] } = {},
) {
  const statistics = new InMemoryStatistics();
  await createProjectCases({ ledger: statistics, context })(jurisdictionId, answered);
  const rows = cases.map((one, number) => ({ ...one, caseId: caseIdNumber(number) }));
  const ports = {
    worklists: {
      list: ({ owner, status, limit, after = '0' }: WorklistQuestion) => {
        const own = rows.filter((row) => row.owner === owner && row.status === status);
        const [from, to] = [Number(after), Number(after) + limit];
        // The rest of a row is not looked at.
        const page = own.slice(from, to) as unknown as WorklistRow[];
        return Promise.resolve({ rows: page, next: to < own.length ? String(to) : undefined });
      },
    },
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
    clock: { now: () => new Date(now) },
    jurisdiction,
    statistics,
    context,
  };
  const question = { jurisdictionId, by: anActor('manager'), limit: 25 };
  const list = createListBacklogCases(ports);
  return {
    read: async (by?: 'department') =>
      valueOf(await createReadBacklog(ports)({ jurisdictionId, by })),
    list: (asked: Partial<Parameters<typeof list>[0]> = {}) => list({ ...question, ...asked }),
  };
}

function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Those of the glossary: 3, 4, 5 and 6, of which the last is SXD's too. */
const glossaryCases = [
  waiting('TA', 'in_progress', '2020-03-06 10:00'),
  waiting('TA', 'in_progress', '2020-03-09 08:00'),
  waiting('TA', 'awaiting_citizen', '2020-03-10 08:00'),
  waiting('SGTVT', 'routed', '2020-03-10 14:00'),
  { ...waiting('SXD', 'in_progress', '2020-03-10 14:00'), as: 'supporting' as const },
];

/** And its 1, 2 and 8. */
const glossaryAnswers = ['11 17:00', '13 09:00', '12 15:02'].map((answered, number) =>
  aCase({
    caseId: caseIdNumber(100 + number),
    receivedAt: at('2020-03-04 08:00'),
    status: 'answered',
    rounds: [aRound(at(`2020-03-${answered}`), null)],
  }),
);

describe('the backlog', () => {
  it('is what the glossary says, with its example', async () => {
    const { total } = await (await setup(glossaryCases, { answered: glossaryAnswers })).read();
    const sections = new Map(
      readFileSync('docs/glossary.md', 'utf8')
        .split(/^### /m)
        .map((section) => [section.split('\n')[0] ?? '', section]),
    );
    const worked = {
      open: String(total.open),
      ages: BACKLOG_AGES.map((age) => total.ages[age]).join(' · '),
      oldest: String(total.oldest?.workingDays),
      pace: total.pace.days?.toFixed(1),
    };
    for (const figure of BACKLOG_FIGURES) {
      const section = (sections.get(figure) ?? '').replaceAll(/[*_]/g, '').replaceAll(/\s+/g, ' ');
      expect(section).toContain(BACKLOG_DEFINITIONS[figure].vi);
      expect(section).toContain(BACKLOG_DEFINITIONS[figure].en);
      expect(/→ \*\*(.+)\*\*/.exec(sections.get(figure) ?? '')?.[1]).toBe(worked[figure]);
    }
  });

  it('counts each case at its lead or at the desk, so that lines add up to the total', async () => {
    const desk = waiting('desk', 'received', '2020-03-16 09:00');
    const { total, rows } = await (await setup([...glossaryCases, desk])).read('department');
    const open = rows.filter((row) => row.open > 0).map((row) => [row.value, row.open]);
    expect(open).toEqual([
      ['SGTVT', 1],
      ['TA', 3],
      [null, 1],
    ]);
    expect(rows.reduce((sum, row) => sum + row.open, 0)).toBe(total.open);
    expect(rows.at(-1)?.ages['0-1']).toBe(1);
  });

  it.each([
    // The 14th and 15th of March 2020 are a weekend.
    ['2020-03-13 16:59', '0-1', 1],
    ['2020-03-13 17:00', '0-1', 0],
    ['2020-03-14 10:00', '0-1', 0],
    ['2020-03-12 09:00', '2-5', 2],
    ['2020-03-09 09:00', '2-5', 5],
    ['2020-03-06 09:00', '6-10', 6],
    ['2020-03-02 09:00', '6-10', 10],
    ['2020-02-28 09:00', '11-20', 11],
    ['2020-02-17 09:00', '11-20', 20],
    ['2020-02-14 09:00', 'over-20', 21],
  ] as const)('of %s is %s: %i working days', async (received, age, days) => {
    const { total } = await (await setup([waiting('TA', 'routed', received)])).read();
    expect(total.ages[age]).toBe(1);
    expect(total.oldest).toEqual({ receivedAt: at(received), workingDays: days });
  });

  it('is told in days for a department that is in no list any more, and on the first days of the calendar', async () => {
    const answered = aCase({
      caseId: caseIdNumber(100),
      receivedAt: at('2019-01-02 08:00'),
      forwardedAt: at('2019-01-02 08:02'),
      lead: 'OLD',
      status: 'answered',
      rounds: [
        { ...aRound(at('2019-01-03 08:00'), null), answeredBy: DepartmentCode.parse('OLD') },
      ],
    });
    const now = at('2019-01-04 08:00');
    const { total, rows } = await (
      await setup([], { now, answered: [answered] })
    ).read('department');
    expect(total.pace).toEqual({ answers: 1, days: 0 });
    expect(rows.reduce((sum, { pace }) => sum + pace.answers, 0)).toBe(total.pace.answers);
  });

  it('of nothing has no oldest', async () =>
    expect((await (await setup([])).read()).total).toMatchObject({ open: 0, oldest: null }));
});

describe('the cases behind the backlog', () => {
  it('are as many as each number says, oldest first, page by page', async () => {
    const owner = fc.constantFrom('TA', 'SXD', 'desk');
    const day = fc.integer({ min: 1, max: 28 }).map((one) => String(one).padStart(2, '0'));
    const story = fc
      .tuple(owner, day)
      .map(([of, one]) =>
        waiting(of, of === 'desk' ? 'received' : 'routed', `2020-02-${one} 09:00`),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(story, { maxLength: 40 }), async (cases) => {
        const { read, list } = await setup(cases);
        const { total, rows } = await read('department');
        const all = async (asked: object): Promise<string[]> => {
          const found: string[] = [];
          let cursor: string | undefined;
          do {
            const page = valueOf(await list({ ...asked, limit: 3, cursor }));
            found.push(...page.cases.map((one) => `${one.receivedAt} ${one.caseId}`));
            cursor = page.next ?? undefined;
          } while (cursor !== undefined);
          expect(found).toEqual([...new Set(found)].toSorted());
          return found;
        };
        expect(await all({})).toHaveLength(total.open);
        for (const age of BACKLOG_AGES) expect(await all({ age })).toHaveLength(total.ages[age]);
        for (const { value, open } of rows.filter((row) => row.open > 0)) {
          expect(await all({ department: value ?? '-' })).toHaveLength(open);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('of others are not for a department', async () => {
    const { list } = await setup(glossaryCases);
    const by = anActor('officer', 'TA');
    expect(valueOf(await list({ by, department: 'TA' })).cases).toHaveLength(3);
    for (const department of ['SGTVT', '-', undefined]) {
      expect(await list({ by, department })).toEqual({
        ok: false,
        error: { code: 'CASES_OF_OTHERS' },
      });
    }
  });

  it('go on from a place of their own list only', async () => {
    const { list } = await setup(glossaryCases);
    const { next } = valueOf(await list({ department: 'TA', limit: 1 }));
    const elsewhere = await list({ department: 'SGTVT', cursor: next ?? '' });
    expect(elsewhere).toEqual({ ok: false, error: { code: 'CURSOR_INVALID' } });
  });
});

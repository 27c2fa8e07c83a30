import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import { DeadlinesBody, HeadlineBody } from '../../shared/contracts/statistics.ts';
import { SeriesBody } from '../../shared/contracts/statistics-series.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

/** The 30th of November 2026 is a Monday. */
const DAY = '2026-11-30';
const PERIOD = `from=${DAY}&to=${DAY}`;

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
  hotline.host.clock.set(Date.parse(`${DAY}T09:00:00+07:00`));
  const { log, desk, department } = people((call) => hotline.call(call));
  await log(aCall({ serviceCode: undefined, class: 'information' }));
  await desk(await log(), 'route', { lead: 'TA', supporting: ['SGTVT'] });
  const routed = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  const accepted = await department('officer.ta', routed, 'accept');
  await department('officer.ta', accepted, 'answer', { text: 'Đã vá xong.' });
  await desk(await log(), 'route', { lead: 'SXD', supporting: [] });
  await hotline.settled();
});
afterAll(() => hotline.close());

const read = (path: string, as = 'quang') => hotline.call({ method: 'GET', path, as });
/** Every page behind a link, two cases each. */
async function open(link: string | null, figure: string, as = 'quang') {
  const path = (link ?? '').replace('{figure}', figure);
  const cases: string[] = [];
  let cursor: string | null = '';
  do {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = FigureCasesBody.parse((await read(`${path}&limit=2${from}`, as)).body);
    cases.push(...page.cases.map(({ caseId }) => caseId));
    cursor = page.next;
  } while (cursor !== null);
  return cases;
}
const headline = async (as?: string) =>
  HeadlineBody.parse((await read(`/v1/statistics/headline?${PERIOD}&by=department`, as)).body);

describe('a figure on the screen of a manager', () => {
  it('opens its cases, as many as it counts, in total and by department', async () => {
    const { total, rows } = await headline();
    for (const figure of ['received', 'forwarded', 'answered', 'judged'] as const) {
      const all = await open(total.cases, figure);
      expect(new Set(all).size, figure).toBe(total.counts[figure]);
      for (const { cases, counts, value } of rows.filter((row) => row.counts.received > 0)) {
        const own = await open(cases, figure);
        expect(own.length, `${figure} ${value ?? ''}`).toBe(counts[figure]);
        expect(all).toEqual(expect.arrayContaining(own));
      }
    }
    const sgtvt = rows.find(({ value }) => value === 'SGTVT');
    expect(await open(sgtvt!.cases, 'supporting')).toHaveLength(sgtvt!.supporting ?? -1);
  });

  it('opens what is due, until a case moves to another bucket', async () => {
    const due = async () => {
      const path = `/v1/statistics/deadlines?from=${DAY}&to=2026-12-31&by=service`;
      return DeadlinesBody.parse((await read(path)).body).total;
    };
    const before = await due();
    expect(before.counts).toMatchObject({ due: 3, doneOnTime: 1, openWithin: 2 });
    const [first] = await open(before.cases, 'openWithin');
    const current = await read(`/v1/desk/cases/${first ?? ''}`, 'lan');
    const { version } = (current.body as { case: { version: number } }).case;
    const path = `/v1/desk/cases/${first ?? ''}/withdraw`;
    const body = { text: 'Người dân tự sửa.' };
    await hotline.call({ method: 'POST', path, as: 'lan', ifMatch: version, body });
    await hotline.settled();
    const after = await due();
    expect(after.counts).toMatchObject({ due: 2, openWithin: 1, ended: 1 });
    expect(await open(after.cases, 'openWithin')).toHaveLength(1);
    expect(await open(after.cases, 'ended')).toEqual([first]);
  });
});

describe('a series', () => {
  const SERIES = `/v1/statistics/series?from=2026-11-28&to=${DAY}`;
  const series = async (query: string, as?: string) =>
    SeriesBody.parse((await read(`${SERIES}&${query}`, as)).body);

  it('has a number for each day, of all and by class, and each opens its cases', async () => {
    const { steps, total, rows } = await series('step=day&by=class');
    expect(steps.map(({ from }) => from)).toEqual(['2026-11-28', '2026-11-29', DAY]);
    expect(total.counts).toMatchObject({
      ...{ received: [0, 0, 4], forwarded: [0, 0, 3], answered: [0, 0, 1] },
    });
    const received = new Map(rows.map(({ value, counts }) => [value, counts.received]));
    expect(received.get('field_report')).toEqual([0, 0, 3]);
    expect(received.get('information')).toEqual([0, 0, 1]);
    for (const { cases, counts } of [total, ...rows]) {
      for (const [index, { from, to }] of steps.entries()) {
        const link = cases?.replace('{from}', from).replace('{to}', to) ?? null;
        expect(await open(link, 'received')).toHaveLength(counts.received[index] ?? -1);
      }
    }
  });

  it('adds its days up by months, which a headline says as well', async () => {
    const { steps, rows } = await series('step=month&by=department');
    expect(steps).toHaveLength(1);
    const { rows: told } = await headline();
    for (const { value, counts } of rows) {
      const same = told.find((row) => row.value === value);
      expect(counts.forwarded, value ?? 'none').toEqual([same?.counts.forwarded]);
    }
  });

  it('gives an officer what the own department can open, and refuses steps without number', async () => {
    const { total, rows } = await series('step=day&by=department', 'officer.ta');
    expect(total.cases).toBeNull();
    const opened = rows.filter(({ cases }) => cases !== null).map(({ value }) => value);
    expect(opened).toEqual(['TA']);
    const tooMany = '/v1/statistics/series?from=2025-01-01&to=2026-11-30&step=day';
    expect(await read(tooMany)).toMatchObject({ status: 422, body: { code: 'STEPS_TOO_MANY' } });
  });
});

describe('an officer', () => {
  it("opens the figures of the own department, and nobody else's", async () => {
    const { total, rows } = await headline('officer.ta');
    expect(total.cases).toBeNull();
    const [own, ...others] = rows.filter(({ cases }) => cases !== null);
    expect([own?.value, others]).toEqual(['TA', []]);
    expect(await open(own!.cases, 'forwarded', 'officer.ta')).toHaveLength(2);
    const foreign = `/v1/statistics/cases?${PERIOD}&figure=forwarded&department=SXD`;
    expect(await read(foreign, 'officer.ta')).toMatchObject({
      status: 403,
      body: { code: 'CASES_OF_OTHERS' },
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BacklogBody } from '../../shared/contracts/backlog.ts';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import { HeadlineBody, TimesBody } from '../../shared/contracts/statistics.ts';
import { ActivityBody } from '../../shared/contracts/statistics-activity.ts';
import { CrossBody } from '../../shared/contracts/statistics-cross.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, type ChangedCase, people } from '../support/life-of-a-case.ts';

/** A Friday and the Monday after it. */
const FRIDAY = '2026-11-27';
const MONDAY = '2026-11-30';
const PERIOD = `from=${FRIDAY}&to=${MONDAY}`;

const aQuestion = (phone: string) =>
  aCall({
    serviceCode: 'info-hotline',
    areaCode: undefined,
    description: 'Tổng đài làm việc đến mấy giờ?',
    caller: { name: 'Trần Văn Bình', phone },
  });

let hotline: Hotline;
let repeated: ChangedCase;
let again: ChangedCase;
beforeAll(async () => {
  hotline = await startHotline();
  const { clock } = hotline.host;
  const at = (time: string) => clock.set(Date.parse(`${time}:00+07:00`));
  const { log, desk, department } = people((call) => hotline.call(call));
  at(`${FRIDAY}T09:00`);
  repeated = await log(aQuestion('0912 345 001'));
  await desk(repeated, 'answer', { text: 'Tổng đài làm việc cả ngày đêm.' });
  await desk(await log(aQuestion('0912 345 002')), 'answer', { text: 'Cả ngày đêm.' });
  const routed = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  const accepted = await department('officer.ta', routed, 'accept');
  await desk(await log(aCall({ channel: 'zalo' })), 'route', { lead: 'SXD', supporting: [] });
  at(`${MONDAY}T09:00`);
  await department('officer.ta', accepted, 'answer', { text: 'Đã vá xong.' });
  again = await log(aQuestion('0912 345 001'));
  await desk(again, 'answer', { text: 'Tổng đài làm việc cả ngày đêm.' });
  await hotline.settled();
});
afterAll(() => hotline.close());

const read = async (path: string, as = 'quang') =>
  (await hotline.call({ method: 'GET', path, as })).body;
async function open(link: string | null, figure: string) {
  const page = FigureCasesBody.parse(await read((link ?? '').replace('{figure}', figure)));
  expect(page.next).toBeNull();
  return page.cases.map(({ caseId }) => caseId);
}

describe('a caller who comes back within a week', () => {
  it('is told apart from first contacts, each opening its cases', async () => {
    const body = await read(`/v1/statistics/headline?${PERIOD}&by=channel`);
    const { total, rows } = HeadlineBody.parse(body);
    expect(total.contact).toMatchObject({
      counts: { firstContact: 2, repeats: 1 },
      firstContactRate: { numerator: 2, denominator: 5 },
      repeatRate: { numerator: 1, denominator: 5 },
    });
    expect(await open(total.cases, 'repeats')).toEqual([again.caseId]);
    expect(await open(total.cases, 'firstContact')).toContain(repeated.caseId);
    const byPhone = rows.find(({ value }) => value === 'phone');
    expect(byPhone?.contact?.counts).toEqual({ firstContact: 2, repeats: 1 });
    expect(await open(byPhone?.cases ?? null, 'firstContact')).toHaveLength(2);
  });
});

describe('the first answer', () => {
  it('took as long as its department worked, and as long as the citizen waited', async () => {
    const { total } = TimesBody.parse(await read(`/v1/statistics/times?${PERIOD}`));
    expect(total.firstResponse.cases).toBe(4);
    // From Friday nine to Monday nine: a working day of eight hours, and three days of the calendar.
    expect(total.firstResponse.p95).toBeCloseTo(480, -2);
    expect(total.firstResponseElapsed.p95).toBeCloseTo(3 * 1440, -3);
    expect(await open(total.cases, 'firstResponse')).toHaveLength(4);
  });
});

describe('what happened in a period', () => {
  it('is counted on the day on which it happened, whenever the case came in', async () => {
    const path = `/v1/statistics/activity?from=${MONDAY}&to=${MONDAY}&by=department`;
    const { total, rows } = ActivityBody.parse(await read(path));
    expect(total.counts).toMatchObject({ answersGiven: 2, judgementsGiven: 0, closures: 0 });
    const ofThuanAn = rows.find(({ value }) => value === 'TA');
    expect(ofThuanAn?.counts.answersGiven).toBe(1);
    expect(await open(total.cases, 'answersGiven')).toHaveLength(2);
    expect(await open(ofThuanAn?.cases ?? null, 'answersGiven')).toHaveLength(1);
  });
});

describe('one dimension by another', () => {
  it('has cells that add up to their lines, and open their cases', async () => {
    const path = `/v1/statistics/cross?${PERIOD}&view=received&rows=channel&columns=class`;
    const table = CrossBody.parse(await read(path));
    if (table.view !== 'received') throw new Error(table.view);
    expect(table.total.counts.received).toBe(5);
    for (const cell of table.cells)
      expect(await open(cell.cases, 'received')).toHaveLength(cell.counts.received);
    for (const line of table.rows) {
      const own = table.cells.filter(({ row }) => row === line.value);
      const sum = own.reduce((all, { counts }) => all + counts.received, 0);
      expect(sum, line.name).toBe(line.counts.received);
    }
  });

  it.each([
    ['rows=channel&columns=channel', 'DIMENSIONS_EQUAL'],
    ['rows=model&columns=class', 'FIGURE_NOT_BY'],
    ['rows=colour&columns=class', 'REQUEST_INVALID'],
  ])('is refused for %s', async (asked, code) =>
    expect(await read(`/v1/statistics/cross?${PERIOD}&view=received&${asked}`)).toMatchObject({
      code,
    }),
  );

  it('by agent is for those who may see agents', async () => {
    const path = `/v1/statistics/cross?${PERIOD}&view=forwarded&rows=agent&columns=class`;
    expect(await read(path, 'officer.ta')).toMatchObject({ code: 'BREAKDOWN_NOT_PERMITTED' });
    expect(CrossBody.parse(await read(path, 'quang')).total.cases).not.toBeNull();
  });
});

describe('the backlog in days', () => {
  it('goes by the answers of the last four weeks', async () => {
    const { total } = BacklogBody.parse(await read('/v1/statistics/backlog'));
    expect(total).toMatchObject({ open: 1, pace: { answers: 4, days: 7 } });
  });
});

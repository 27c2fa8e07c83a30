import { parquetReadObjects } from 'hyparquet';
import readSheets from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditBody } from '../../shared/contracts/administration.ts';
import { CaseExportBody, ExportListBody } from '../../shared/contracts/exports.ts';
import { HeadlineBody } from '../../shared/contracts/statistics.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
const DAYS = { from: '2026-11-01', to: '2026-11-02' };
const CASES = 5;
beforeAll(async () => {
  hotline = await startHotline();
  hotline.host.clock.set(Date.parse('2026-11-02T09:00:00+07:00'));
  const { log, desk } = people((call) => hotline.call(call));
  for (let n = 0; n < CASES; n += 1) {
    const logged = await log(aCall({ summary: `=HYPERLINK("x") số ${n}` }), 'lan');
    if (n === 0) await desk(logged, 'route', { lead: 'TA', supporting: [] });
  }
  await hotline.settled();
});
afterAll(() => hotline.close());

let keys = 0;
const ask = (body: object, as = 'quang', key = `key-of-export-${(keys += 1)}`) =>
  hotline.call({
    method: 'POST',
    path: '/v1/statistics/exports',
    as,
    idempotencyKey: key,
    body: {
      ...DAYS,
      columns: ['trackingCode', 'summary', 'receivedAt', 'returns'],
      format: 'csv',
      ...body,
    },
  });
const get = (path: string, as = 'quang') => hotline.call({ method: 'GET', path, as });

/** Started, worked on, and fetched by its link without any sign of who asks. */
async function fetched(body: object, as = 'quang') {
  const started = await ask(body, as);
  expect(started.status, JSON.stringify(started.body)).toBe(202);
  expect(CaseExportBody.parse(started.body)).toMatchObject({ status: 'queued', download: null });
  await hotline.settled();
  const found = CaseExportBody.parse((await get(started.headers.get('location') ?? '', as)).body);
  expect(found.status).toBe('done');
  const answer = await fetch(found.download!.url);
  expect(answer.status).toBe(200);
  return { found, answer, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('a list of cases', () => {
  it('as CSV re-adds to the figure, and no text in it is a formula', async () => {
    const { found, answer, bytes } = await fetched({});
    const headline = HeadlineBody.parse(
      (await get(`/v1/statistics/headline?${new URLSearchParams(DAYS).toString()}`)).body,
    );
    const [head, ...rows] = bytes.toString().split('\r\n').slice(0, -1);
    expect(head).toBe('\uFEFF"Mã tra cứu","Tóm tắt","Tiếp nhận lúc","Số lần trả lại"');
    expect(rows).toHaveLength(headline.total.counts.received);
    expect(rows[0]).toMatch(/^"[^"]+","'=HYPERLINK\(""x""\) số 0",2026-11-02 09:00:\d\d,0$/);
    expect(found).toMatchObject({ total: CASES, looked: CASES, rows: CASES, bytes: bytes.length });
    expect(answer.headers.get('content-disposition')).toContain(
      '1022-vu-viec-2026-11-01-2026-11-02.csv',
    );
  });

  it('comes as a workbook and as Parquet', async () => {
    const book = await readSheets(
      new Blob([(await fetched({ format: 'xlsx', language: 'en' })).bytes]),
    );
    expect(book[0]?.data.map(([, summary]) => summary)).toEqual([
      'Summary',
      ...Array.from({ length: CASES }, (_, n) => `=HYPERLINK("x") số ${n}`),
    ]);
    const { bytes } = await fetched({ format: 'parquet' });
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows.map((row): unknown => row['returns'])).toEqual(
      Array.from({ length: CASES }, () => 0),
    );
    expect(rows[0]?.['receivedAt']).toBeInstanceOf(Date);
  });

  it('of a department is for the department, and nothing else is', async () => {
    const { found } = await fetched({ within: { department: 'TA' } }, 'officer.ta');
    expect(found).toMatchObject({ looked: CASES, rows: 1 });
    for (const body of [{}, { within: { department: 'TDM' } }])
      expect(await ask(body, 'officer.ta')).toMatchObject({
        status: 403,
        body: { code: 'CASES_OF_OTHERS' },
      });
  });

  it('is seen by whoever asked for it, and by nobody else', async () => {
    const started = await ask({}, 'yen');
    const path = started.headers.get('location') ?? '';
    expect((await get(path, 'yen')).status).toBe(200);
    expect(await get(path)).toMatchObject({ status: 404, body: { code: 'EXPORT_NOT_FOUND' } });
    const mine = ExportListBody.parse((await get('/v1/statistics/exports', 'yen')).body);
    expect(mine.exports).toHaveLength(1);
    await hotline.settled();
  });

  it('is in the audit log, with who took what', async () => {
    const { body } = await get('/v1/directory/audit?kind=export', 'tuan');
    const entries = AuditBody.parse(body).entries;
    expect(entries.map(({ by }) => by.id)).toContain('officer.ta');
    expect(entries.find(({ by }) => by.id === 'officer.ta')?.after).toMatchObject({
      department: 'TA',
    });
  });

  it('asked for twice with one key is one', async () => {
    const [one, other] = [
      await ask({}, 'quang', 'the-same-key'),
      await ask({}, 'quang', 'the-same-key'),
    ];
    expect(other.headers.get('location')).toBe(one.headers.get('location'));
    expect(await ask({ format: 'xlsx' }, 'quang', 'the-same-key')).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    await hotline.settled();
  });
});

describe('a request that cannot be', () => {
  it.each([
    [{ to: '2026-11-03' }, 422, 'PERIOD_IN_FUTURE'],
    [{ from: '2026-11-03', to: '2026-11-02' }, 422, 'PERIOD_REVERSED'],
    [{ columns: [] }, 400, 'REQUEST_INVALID'],
    [{ columns: ['phone'] }, 400, 'REQUEST_INVALID'],
    [{ columns: ['lead', 'lead'] }, 400, 'REQUEST_INVALID'],
    [{ within: { agent: 'lan' } }, 400, 'REQUEST_INVALID'],
    [{ format: 'pdf' }, 400, 'REQUEST_INVALID'],
  ])('is refused: %j %i %s', async (body, status, code) =>
    expect(await ask(body)).toMatchObject({ status, body: { code } }),
  );

  it('without a key is refused, and so is an agent', async () => {
    const call = { method: 'POST', path: '/v1/statistics/exports', body: {}, as: 'quang' } as const;
    expect(await hotline.call(call)).toMatchObject({ body: { code: 'IDEMPOTENCY_KEY_REQUIRED' } });
    expect((await ask({}, 'lan')).status).toBe(403);
  });
});

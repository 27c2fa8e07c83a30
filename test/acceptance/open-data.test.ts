import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpenDataCatalogue, OpenDataDictionary } from '../../shared/contracts/open-data.ts';
import { HeadlineBody } from '../../shared/contracts/statistics.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, type ChangedCase, people } from '../support/life-of-a-case.ts';

const at = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00+07:00`);
const MONTH = { from: '2026-09-01', to: '2026-09-30' };

/** Whatever could lead to somebody: none of it may be in any byte that is published. */
const PLANTED = {
  name: 'Trần Văn Ký Danh',
  phone: '0987654321',
  address: '12/7 hẻm Bông Trang',
  email: 'kydanh@example.vn',
  words: 'Chó nhà hàng xóm sủa suốt đêm',
  summary: 'Chó sủa ở hẻm Bông Trang',
  answer: 'Đã làm việc với chủ nuôi ở hẻm Bông Trang',
} as const;

let hotline: Hotline;
const logged: ChangedCase[] = [];
beforeAll(async () => {
  hotline = await startHotline();
  const { log, desk, department } = people((call) => hotline.call(call));
  hotline.host.clock.set(at('2026-09-07 09:00'));
  expect(await open('/v1/open-data/figures/2026-09')).toMatchObject({ status: 404 });
  for (let n = 0; n < 24; n += 1) {
    let one = await log(aCall(n === 0 ? planted : n < 3 ? { serviceCode: 'tree' } : {}));
    if (n < 16) one = await desk(one, 'route', { lead: 'TA', supporting: [] });
    if (n < 12) {
      one = await department('officer.ta', one, 'accept');
      one = await department('officer.ta', one, 'answer', { text: PLANTED.answer });
      const judgement = n < 6 ? 'satisfied' : 'unsatisfied';
      one = await desk(one, 'rate', { judgement, round: 1 });
    }
    logged.push(one);
  }
  await hotline.settled();
}, 120_000);
afterAll(() => hotline.close());

/** Who logged, forwarded and answered, as the figures know them. */
const STAFF = ['"lan"', ',lan,', 'officer.ta'];

const planted = {
  description: PLANTED.words,
  summary: PLANTED.summary,
  caller: { name: PLANTED.name, phone: PLANTED.phone, email: PLANTED.email },
  place: PLANTED.address,
};

/** As anybody asks: without a sign of who. */
const open = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, hotline.host.url), { redirect: 'manual', headers });

async function fetched(dataset: string, format: string): Promise<Buffer> {
  const answer = await open(`/v1/open-data/${dataset}/2026-09?format=${format}`);
  expect(answer.status).toBe(303);
  const file = await fetch(answer.headers.get('location') ?? '');
  expect(file.status).toBe(200);
  return Buffer.from(await file.arrayBuffer());
}

interface Figures {
  readonly rows: {
    readonly dimension: string;
    readonly value: string;
    readonly received: number | null;
    readonly receivedAnswered: number | null;
    readonly forwarded: number | null;
    readonly answered: number | null;
    readonly satisfactory: number | null;
  }[];
}

describe('before its time a month', () => {
  it('is not there, and says from when on it will be', async () => {
    hotline.host.clock.set(at('2026-10-29 12:00'));
    await hotline.settled();
    const answer = await open('/v1/open-data/figures/2026-09');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      code: 'OPEN_DATA_NOT_PUBLISHED',
      publishedFrom: '2026-10-31',
    });
    const catalogue = OpenDataCatalogue.parse(await (await open('/v1/open-data')).json());
    expect(catalogue.modified).toBeNull();
    expect(catalogue.dataset.every(({ distribution }) => distribution.length === 0)).toBe(true);
  });
});

describe('when its time has come a month', () => {
  beforeAll(async () => {
    hotline.host.clock.set(at('2026-10-31 06:00'));
    await hotline.settled();
  });

  it('is in the catalogue with licence, size and checksum of each file', async () => {
    const catalogue = OpenDataCatalogue.parse(await (await open('/v1/open-data')).json());
    expect(catalogue.license.id).toBe('CC-BY-4.0');
    for (const { distribution, identifier } of catalogue.dataset) {
      expect(distribution.map(({ month, mediaType }) => `${month} ${mediaType}`)).toEqual([
        '2026-09 text/csv',
        '2026-09 application/json',
      ]);
      for (const { byteSize, checksum, accessURL, mediaType } of distribution) {
        const bytes = await fetched(identifier, mediaType === 'text/csv' ? 'csv' : 'json');
        expect(accessURL).toContain(identifier);
        expect(bytes.length).toBe(byteSize);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(checksum.value);
      }
    }
  });

  it('adds up to the headline that managers read', async () => {
    const figures = JSON.parse((await fetched('figures', 'json')).toString()) as Figures;
    const headline = async (by = '') => {
      const query = new URLSearchParams({ ...MONTH, ...(by !== '' && { by }) }).toString();
      const path = `/v1/statistics/headline?${query}`;
      return HeadlineBody.parse((await hotline.call({ method: 'GET', path, as: 'quang' })).body);
    };
    const { counts } = (await headline()).total;
    const [total] = figures.rows.filter(({ dimension }) => dimension === 'total');
    expect(total).toMatchObject({
      received: counts.received,
      receivedAnswered: counts.receivedAnswered,
      forwarded: counts.forwarded,
      satisfactory: counts.satisfactory,
    });
    // 4 forwarded cases have no answer: too few to be told.
    expect([counts.forwarded, counts.answered, total?.answered]).toEqual([16, 12, null]);
    for (const dimension of ['class', 'service', 'area', 'department', 'channel'])
      for (const cohort of ['received', 'forwarded'] as const) {
        const own = figures.rows.filter((row) => row.dimension === dimension);
        expect(own.reduce((sum, row) => sum + (row[cohort] ?? 0), 0)).toBe(counts[cohort]);
      }
    const told = figures.rows.find(
      ({ dimension, value }) => dimension === 'department' && value === 'TA',
    );
    const { rows } = await headline('department');
    expect(told?.received).toBe(rows.find(({ value }) => value === 'TA')?.counts.received);
  });

  it('hides what is small, and tells each case with four that are the same', async () => {
    const figures = JSON.parse((await fetched('figures', 'json')).toString()) as Figures;
    // Two cases of trees.
    expect(figures.rows.filter(({ value }) => value === 'tree')).toEqual([]);
    for (const row of figures.rows)
      for (const count of Object.values(row))
        if (typeof count === 'number') expect(count === 0 || count >= 5).toBe(true);
    const [, ...lines] = (await fetched('cases', 'csv')).toString().split('\r\n').slice(0, -1);
    expect(lines).toHaveLength(24);
    for (const alike of Map.groupBy(lines, (line) => line).values())
      expect(alike.length).toBeGreaterThanOrEqual(5);
  });

  it('has nothing of anybody in any byte', async () => {
    for (const dataset of ['figures', 'cases'])
      for (const format of ['csv', 'json']) {
        const text = (await fetched(dataset, format)).toString();
        const codes = logged.flatMap(({ caseId, trackingCode }) => [caseId, trackingCode]);
        for (const secret of [
          ...Object.values(PLANTED),
          ...codes,
          ...STAFF,
          'Bông Trang',
          '987654',
        ])
          expect(text.includes(secret), `${secret} in ${dataset}.${format}`).toBe(false);
        // The one instant is that of the reading, and the day of receipt is told nowhere.
        expect(text).not.toContain('2026-09-07T');
      }
  });

  it('need not be sent again to who has it', async () => {
    for (const path of [
      '/v1/open-data',
      '/v1/open-data/dictionary',
      '/v1/open-data/cases/2026-09',
    ]) {
      const first = await open(path);
      expect(first.headers.get('cache-control')).toBe('public, max-age=300');
      const etag = first.headers.get('etag') ?? '';
      expect((await open(path, { 'if-none-match': etag })).status).toBe(304);
    }
  });

  it('has each of its columns in the dictionary', async () => {
    const answer = await open('/v1/open-data/dictionary');
    const { dataset } = OpenDataDictionary.parse(await answer.json());
    for (const { identifier, fields } of dataset) {
      const [head = ''] = (await fetched(identifier, 'csv')).toString().split('\r\n');
      expect(head).toBe(`\uFEFF${fields.map(({ key }) => `"${key}"`).join(',')}`);
    }
  });

  it.each([
    ['/v1/open-data/people/2026-09', 404, 'OPEN_DATA_NOT_FOUND'],
    ['/v1/open-data/figures/2026-08', 404, 'OPEN_DATA_NOT_FOUND'],
    ['/v1/open-data/figures/2027-01', 404, 'OPEN_DATA_NOT_PUBLISHED'],
    ['/v1/open-data/figures/2026-13', 400, 'REQUEST_INVALID'],
    ['/v1/open-data/figures/2026-09?format=xlsx', 400, 'REQUEST_INVALID'],
    ['/v1/open-data/figures/2026-09?phone=1', 400, 'REQUEST_INVALID'],
    ['/v1/open-data?month=2026-09', 400, 'REQUEST_INVALID'],
  ])('%s is refused: %i %s', async (path, status, code) => {
    const answer = await open(path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });
});

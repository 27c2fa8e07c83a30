import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClientSecrets } from '../../local/identity/secrets.ts';
import { machineToken } from '../../local/identity/sign-in.ts';
import { IndicatorsBody, NationalWeekBody } from '../../shared/contracts/feeds.ts';
import { HeadlineBody } from '../../shared/contracts/statistics.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
const DAYS = 'from=2026-11-01&to=2026-11-02';
beforeAll(async () => {
  hotline = await startHotline();
  hotline.host.clock.set(Date.parse('2026-11-02T09:00:00+07:00'));
  const { log, desk, department } = people((call) => hotline.call(call));
  await log();
  const routed = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  const accepted = await department('officer.ta', routed, 'accept');
  const { trackingCode } = await department('officer.ta', accepted, 'answer', { text: 'Đã xong.' });
  const path = `/v1/citizen/cases/${trackingCode}/rate`;
  await hotline.call({ method: 'POST', path, body: { round: 1, judgement: 'satisfied' } });
  await hotline.settled();
});
afterAll(() => hotline.close());

/** As another system, by its key. */
async function asMachine(clientId: string, path: string) {
  const clientSecret = readClientSecrets(hotline.dir)[clientId] ?? '';
  const { issuer, url } = hotline.session;
  const { accessToken } = await machineToken({ issuer, clientId, clientSecret });
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await fetch(new URL(path, url), { headers });
  return { status: answer.status, body: await answer.json() };
}

const get = (path: string, as: string) =>
  hotline.call({ method: 'GET', path: `/v1/statistics/${path}`, as });

describe('indicators', () => {
  it('are pulled by the operations centre with its own key, and are what managers read', async () => {
    const { status, body } = await asMachine('machine-ioc', `/v1/statistics/indicators?${DAYS}`);
    expect(status).toBe(200);
    const { indicators } = IndicatorsBody.parse(body);
    const valueOf = (id: string) => indicators.find((one) => one.id === id);
    const headline = HeadlineBody.parse((await get(`headline?${DAYS}`, 'quang')).body);
    const { rate, numerator, denominator } = headline.total.satisfaction.ofForwarded;
    expect(valueOf('cases.received')?.value).toBe(headline.total.counts.received);
    expect(valueOf('satisfaction.ofForwarded')).toMatchObject({
      value: rate,
      numerator,
      denominator,
    });
    expect([numerator, denominator]).toEqual([1, 1]);
  });

  it('are all that its key opens', async () => {
    for (const path of ['/v1/desk/cases', '/v1/directory/staff', '/v1/department/cases'])
      expect((await asMachine('machine-ioc', path)).status).toBe(403);
    expect((await asMachine('machine-ta', `/v1/statistics/indicators?${DAYS}`)).status).toBe(403);
  });
});

describe('the week of the national index', () => {
  it('comes as JSON and as the same in CSV', async () => {
    const { body } = await get('national-week?week=2026-W45', 'quang');
    const { rows, total, period } = NationalWeekBody.parse(body);
    expect(period).toMatchObject({ from: '2026-11-02', to: '2026-11-02' });
    const own = rows.find(({ value }) => value === 'TA')!;
    expect(own.satisfaction).toMatchObject({ numerator: 1, denominator: 1 });
    const answer = await fetch(
      new URL('/v1/statistics/national-week?week=2026-W45&format=csv', hotline.session.url),
      { headers: { authorization: `Bearer ${await hotline.session.token('quang')}` } },
    );
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await answer.text()).split('\r\n').slice(1, -1);
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines.find((line) => line.includes('"TA"'))).toMatch(
      /^"2026-W45","TA",".+",\d,\d,.*,1,1,100\.00,/,
    );
    expect(lines.at(-1)).toContain(`,${total.judged.numerator},${total.judged.denominator},`);
  });

  it.each([
    ['2026-W46', 422, 'PERIOD_IN_FUTURE'],
    ['2025-W53', 422, 'WEEK_UNKNOWN'],
    ['2026-45', 400, 'REQUEST_INVALID'],
  ])('%s is refused: %i %s', async (week, status, code) =>
    expect(await get(`national-week?week=${week}`, 'quang')).toMatchObject({
      status,
      body: { code },
    }),
  );
});

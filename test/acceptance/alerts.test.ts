import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AlertsBody } from '../../shared/contracts/alerts.ts';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

const at = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00+07:00`);

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

/** Time passes; whatever runs on schedule has run by then. */
async function pass(time: string): Promise<void> {
  hotline.host.clock.set(at(time));
  await hotline.settled();
}

const read = (path: string, as = 'quang') => hotline.call({ method: 'GET', path, as });
const alerts = async (as?: string) =>
  AlertsBody.parse((await read('/v1/statistics/alerts', as)).body);
const acknowledge = (alertId: string, as: string, note: string) =>
  hotline.call({
    method: 'POST',
    path: `/v1/statistics/alerts/${alertId}/acknowledgement`,
    as,
    body: { note },
  });

/** Every case behind a link, page by page. */
async function opened(link: string): Promise<string[]> {
  const found: string[] = [];
  let next: string | null = '';
  do {
    const from: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const page = FigureCasesBody.parse((await read(`${link}&limit=25${from}`)).body);
    found.push(...page.cases.map(({ caseId }) => caseId));
    next = page.next;
  } while (next !== null);
  return found;
}

const FLOOD = '2026-11-30.burst.service.flooding';

describe('a flood', () => {
  const flooded: string[] = [];
  const report = async () => {
    const { log } = people((call) => hotline.call(call));
    const call = aCall({ serviceCode: 'flooding', description: 'Nước ngập tới đầu gối.' });
    flooded.push((await log(call)).caseId);
  };

  it('raises nothing while only a few tell of it', async () => {
    await pass('2026-11-02 08:00');
    await people((call) => hotline.call(call)).log(aCall({ serviceCode: 'tree' }));
    await pass('2026-11-30 08:50');
    for (let one = 0; one < 5; one += 1) await report();
    await pass('2026-11-30 09:10');
    expect(await alerts()).toMatchObject({ open: 0, alerts: [] });
  });

  it('is one alert within a quarter of an hour, explained, whose link lists the forty cases', async () => {
    for (let one = 0; one < 35; one += 1) await report();
    await hotline.settled();
    await pass('2026-11-30 09:26');
    const { open, alerts: raised } = await alerts();
    expect(open).toBe(1);
    expect(raised).toMatchObject([
      {
        alertId: FLOOD,
        subject: { by: 'service', value: 'flooding' },
        name: 'Ngập nước, cống thoát nước tắc nghẽn',
        evidence: { kind: 'burst', received: 40, mostly: { by: 'ward', received: 40 } },
        passedAt: null,
        acknowledgement: null,
      },
    ]);
    const { vi, en } = raised[0]!.explanation;
    expect(vi.title).toBe('Ngập nước, cống thoát nước tắc nghẽn: 40 phản ánh ngày 30/11/2026');
    expect(vi.text).toContain('40 trong số đó: ');
    expect(en.text).toContain('by chance 7 at most');
    const [behind, ...others] = raised[0]!.cases;
    expect([behind?.figure, others]).toEqual(['received', []]);
    expect((await opened(behind!.link)).toSorted()).toEqual(flooded.toSorted());
  });

  it('is no second alert when it is looked at again and grows', async () => {
    await report();
    await hotline.settled();
    await pass('2026-11-30 09:42');
    await pass('2026-11-30 10:00');
    const { alerts: raised } = await alerts();
    expect(raised).toMatchObject([{ alertId: FLOOD, evidence: { received: 41 } }]);
    expect(await opened(raised[0]!.cases[0]!.link)).toHaveLength(41);
  });

  it('is seen to by the first who says so, which the audit log remembers', async () => {
    const answer = await acknowledge(FLOOD, 'quang', 'Đã báo Ban Chỉ huy phòng chống thiên tai.');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        acknowledgement: {
          by: { role: 'manager' },
          note: 'Đã báo Ban Chỉ huy phòng chống thiên tai.',
        },
      },
    });
    expect(await acknowledge(FLOOD, 'huong', 'Tôi lo.')).toMatchObject({
      status: 409,
      body: { code: 'ALERT_ACKNOWLEDGED' },
    });
    expect(await alerts()).toMatchObject({ open: 0, alerts: [{ alertId: FLOOD }] });
    const { body } = await read('/v1/directory/audit?kind=alert', 'tuan');
    expect(body).toMatchObject({
      entries: [{ of: FLOOD, after: { note: 'Đã báo Ban Chỉ huy phòng chống thiên tai.' } }],
    });
  });

  it('has passed on the day after, and a new one is a new alert', async () => {
    await pass('2026-12-01 00:20');
    expect((await alerts()).alerts).toMatchObject([
      { alertId: FLOOD, passedAt: expect.stringMatching(/^2026-11-30T17/) as string },
    ]);
    for (let one = 0; one < 30; one += 1) await report();
    await hotline.settled();
    await pass('2026-12-01 00:40');
    const { alerts: raised } = await alerts();
    expect(raised.map(({ alertId }) => alertId)).toEqual([
      '2026-12-01.burst.service.flooding',
      FLOOD,
    ]);
  });
});

describe('alerts', () => {
  it('of others are not there for a department, nor for who has no business with them', async () => {
    expect(await alerts('lead.ta')).toMatchObject({ open: 0, alerts: [] });
    expect(await acknowledge(FLOOD, 'lead.ta', 'Tôi lo.')).toMatchObject({
      status: 404,
      body: { code: 'ALERT_NOT_FOUND' },
    });
    for (const as of ['lan', 'officer.ta']) {
      expect(await read('/v1/statistics/alerts', as)).toMatchObject({
        status: 403,
        body: { code: 'NOT_PERMITTED' },
      });
    }
  });

  it.each([
    { name: 'a note of spaces', alertId: FLOOD, note: '   ' },
    { name: 'an id of nothing', alertId: 'flood', note: 'Đã gọi.' },
  ])('refuse $name', async ({ alertId, note }) => {
    const answer = await acknowledge(alertId, 'quang', note);
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
  });
});

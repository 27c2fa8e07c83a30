import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const today = (): string =>
  new Date(hotline.host.clock.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const headline = (by = 'department') =>
  call({
    method: 'GET',
    path: `/v1/statistics/headline?from=${today()}&to=${today()}&by=${by}`,
    as: 'quang',
  });

const counts = async () =>
  ((await headline()).body as { total: { counts: Record<string, number> } }).total.counts;

describe('a call', () => {
  it('is logged, routed, accepted, answered, judged, and changes the satisfactory-response rate', async () => {
    const { log, desk, department } = people(call);
    const before = await counts();

    const logged = await log();
    const routed = await desk(logged, 'route');
    expect(routed).toMatchObject({ status: 'routed', lead: 'TA' });

    const inbox = await call({
      method: 'GET',
      path: '/v1/department/cases?status=routed',
      as: 'officer.ta',
    });
    expect(inbox.body).toMatchObject({ cases: [{ caseId: logged.caseId, as: 'lead' }] });

    const accepted = await department('officer.ta', routed, 'accept');
    const part = await department('officer.sgtvt', accepted, 'answer-part', {
      text: 'Đã khảo sát.',
    });
    const answered = await department('officer.ta', part, 'answer', {
      text: 'Đã vá xong mặt đường.',
    });
    expect(answered).toMatchObject({ status: 'answered' });

    const path = `/v1/citizen/cases/${logged.trackingCode}`;
    const seen = await call({ method: 'GET', path });
    expect(seen.body).toMatchObject({
      status: 'answered',
      statusName: { name: 'Đã trả lời' },
      department: { name: expect.stringContaining('Thuận An') as string },
      answer: { round: 1, text: 'Đã vá xong mặt đường.' },
    });
    expect(JSON.stringify(seen.body)).not.toContain('Hoa');

    const rated = await call({
      method: 'POST',
      path: `${path}/rate`,
      body: { round: 1, judgement: 'satisfied' },
    });
    expect(rated).toMatchObject({ status: 200, body: { status: 'closed' } });

    await hotline.settled();
    const after = await counts();
    expect(after['forwarded']! - before['forwarded']!).toBe(1);
    expect(after['satisfactory']! - before['satisfactory']!).toBe(1);
  });

  it('answered at the desk is never forwarded', async () => {
    const { log, desk } = people(call);
    const logged = await log(aCall({ serviceCode: undefined, class: 'information' }));
    const answered = await desk(logged, 'answer', { text: 'Giờ làm việc từ 7 giờ 30.' });
    expect(answered).toMatchObject({ status: 'answered', lead: null });
  });

  it('sent to the wrong department comes back with its reason and goes to the right one', async () => {
    const { log, desk, department } = people(call);
    const routed = await desk(await log(), 'route', { lead: 'SYT', supporting: [] });
    const returned = await department('officer.syt', routed, 'return', {
      reason: 'wrong_department',
      proposed: 'TA',
      text: 'Không thuộc thẩm quyền của Sở Y tế.',
    });
    expect(returned).toMatchObject({ status: 'received', hops: [{ from: 'SYT', proposed: 'TA' }] });
    const again = await desk(returned, 'route');
    expect(again).toMatchObject({ status: 'routed', lead: 'TA' });
    const gone = await call({
      method: 'GET',
      path: `/v1/department/cases/${again.caseId}`,
      as: 'officer.syt',
    });
    expect(gone.status).toBe(404);
  });

  it('judged unsatisfactory is opened again by the citizen and reaches the department again', async () => {
    const { log, desk, department } = people(call);
    const routed = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
    const accepted = await department('officer.ta', routed, 'accept');
    await department('officer.ta', accepted, 'answer', { text: 'Đã xử lý.' });
    const path = `/v1/citizen/cases/${routed.trackingCode}`;
    await call({
      method: 'POST',
      path: `${path}/rate`,
      body: { round: 1, judgement: 'unsatisfied' },
    });
    const reopened = await call({
      method: 'POST',
      path: `${path}/reopen`,
      body: { text: 'Vẫn còn ổ gà.' },
    });
    expect(reopened).toMatchObject({ status: 200, body: { status: 'routed' } });
  });
});

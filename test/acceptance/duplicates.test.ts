import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const flood = aCall({ serviceCode: 'flooding', description: 'Ngập trước chợ Lái Thiêu.' });
const followersOf = async (caseId: string) =>
  (await call({ method: 'GET', path: `/v1/desk/cases/${caseId}/followers`, as: 'lan' })).body as {
    count: number;
    cases: { caseId: string }[];
  };
const tracked = async (trackingCode: string) =>
  (await call({ method: 'GET', path: `/v1/citizen/cases/${trackingCode}` })).body;

describe('another report of the same incident', () => {
  it('follows it in one request, hears its answer, and is counted as a report of its own', async () => {
    const { log, desk, department } = people(call);
    const incident = await desk(await log(flood), 'route', { lead: 'TA', supporting: [] });
    const second = await log({ ...flood, duplicateOf: incident.caseId });
    const third = await log({ ...flood, duplicateOf: second.caseId });
    expect([second, third]).toMatchObject([
      { status: 'closed', closeReason: 'duplicate', mergedInto: incident.caseId },
      { status: 'closed', closeReason: 'duplicate', mergedInto: incident.caseId },
    ]);
    expect(await tracked(second.trackingCode)).toMatchObject({ follows: true, status: 'routed' });

    const accepted = await department('officer.ta', incident, 'accept');
    await department('officer.ta', accepted, 'answer', { text: 'Đã thông cống.' });
    for (const { trackingCode } of [incident, second, third]) {
      expect(await tracked(trackingCode)).toMatchObject({
        trackingCode,
        status: 'answered',
        answer: { text: 'Đã thông cống.' },
      });
    }
    await hotline.settled();
    expect(await followersOf(incident.caseId)).toMatchObject({
      count: 2,
      cases: [{ caseId: third.caseId }, { caseId: second.caseId }],
    });
  });

  it('can be given back its own life, and no case follows itself', async () => {
    const { log, desk } = people(call);
    const incident = await log(flood);
    const other = await log({ ...flood, duplicateOf: incident.caseId });
    const back = await desk(other, 'unmerge', { text: 'Là chỗ ngập khác.' });
    expect(back).toMatchObject({ status: 'received', mergedInto: null, closeReason: null });
    expect(await tracked(other.trackingCode)).toMatchObject({ follows: false, status: 'received' });
    const refused = await call({
      method: 'POST',
      path: `/v1/desk/cases/${incident.caseId}/unmerge`,
      as: 'lan',
      ifMatch: incident.version,
      body: { text: 'Thử.' },
    });
    expect(refused).toMatchObject({ status: 409 });
  });

  it('of a case that does not exist is not logged', async () => {
    const answer = await call({
      method: 'POST',
      path: '/v1/desk/cases',
      as: 'lan',
      idempotencyKey: 'duplicate-of-nothing',
      body: { ...flood, duplicateOf: 'z'.repeat(26) },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'MERGE_TARGET_NOT_FOUND' } });
  });
});

describe('departments that disagree', () => {
  it('leave it to the province office, which is told and decides', async () => {
    const { log, desk, department } = people(call);
    const wrong = { reason: 'wrong_department', text: 'Không thuộc thẩm quyền.' };
    const toHealth = await desk(await log(flood), 'route', { lead: 'SYT', supporting: [] });
    const once = await department('officer.syt', toHealth, 'return', { ...wrong, proposed: 'TA' });
    const toTown = await desk(once, 'route', { lead: 'TA', supporting: [] });
    const twice = await department('officer.ta', toTown, 'return', { ...wrong, proposed: 'SYT' });

    const route = (as: string) =>
      call({
        method: 'POST',
        path: `/v1/desk/cases/${twice.caseId}/route`,
        as,
        ifMatch: twice.version,
        body: { lead: 'SXD' },
      });
    expect(await route('lan')).toMatchObject({
      status: 409,
      body: { code: 'ARBITER_DECIDES', arbiter: 'province_office', returns: 2 },
    });
    hotline.host.clock.advance(3 * 86_400_000);
    const told = await call({ method: 'GET', path: '/v1/desk/reminders', as: 'quang' });
    expect(told.body).toMatchObject({
      reminders: expect.arrayContaining([
        expect.objectContaining({ caseId: twice.caseId, kind: 'disputed' }) as unknown,
      ]) as unknown,
    });
  });
});

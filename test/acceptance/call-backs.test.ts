import { afterAll, beforeAll, expect, it } from 'vitest';
import { CallBacksBody } from '../../shared/contracts/desk.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const at = (instant: string) => hotline.host.clock.set(Date.parse(`${instant}:00+07:00`));
const toCall = async () => {
  const answer = await call({ method: 'GET', path: '/v1/desk/call-backs', as: 'lan' });
  return CallBacksBody.parse(answer.body).callBacks;
};

it('the desk calls citizens for their judgement, again if need be, and records what they say', async () => {
  at('2026-11-30T09:00');
  const { log, desk } = people(call);
  const asked = { serviceCode: undefined, class: 'information' };
  const answered = await desk(await log(aCall(asked)), 'answer', { text: 'Từ 7 giờ 30.' });
  const nameless = aCall({ ...asked, channel: 'web', caller: undefined });
  await desk(await log(nameless), 'answer', { text: 'Từ 7 giờ 30.' });

  const [first, ...others] = await toCall();
  expect(others).toEqual([]);
  expect(first).toMatchObject({ caseId: answered.caseId, round: 1, attempts: 0, maxAttempts: 3 });
  expect(first?.judgingEndsAt.slice(0, 10)).toBe('2026-12-14');
  expect(JSON.stringify(first)).not.toContain('345');

  const later = await desk(answered, 'call-back', {
    outcome: 'call_later',
    againAt: '2026-11-30T11:00:00.000Z',
    text: 'Xin gọi sau 18 giờ.',
  });
  expect(await toCall()).toEqual([]);
  at('2026-11-30T18:00');
  expect(await toCall()).toMatchObject([{ version: later.version, attempts: 1 }]);
  const judged = await desk(later, 'rate', { round: 1, judgement: 'acceptable' });
  expect(judged).toMatchObject({ status: 'closed' });
  expect(await toCall()).toEqual([]);
});

it('a time that cannot be is refused, and nobody else may look', async () => {
  const { log, desk } = people(call);
  const asked = aCall({ serviceCode: undefined, class: 'information' });
  const { caseId, version } = await desk(await log(asked), 'answer', { text: 'Có.' });
  const refused = await call({
    method: 'POST',
    path: `/v1/desk/cases/${caseId}/call-back`,
    as: 'lan',
    ifMatch: version,
    body: { outcome: 'call_later', againAt: '2020-01-01T00:00:00.000Z' },
  });
  expect(refused).toMatchObject({ status: 422, body: { code: 'CALL_BACK_TIME' } });
  const path = '/v1/desk/call-backs';
  expect((await call({ method: 'GET', path, as: 'officer.ta' })).status).toBe(403);
  expect((await call({ method: 'GET', path: `${path}?cursor=x`, as: 'lan' })).status).toBe(400);
});

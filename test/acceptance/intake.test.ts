import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseDetails } from '../../shared/contracts/case.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { type ChangedCase, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const { log, desk, department } = people((...args) => hotline.call(...args));
const read = async ({ caseId }: Pick<ChangedCase, 'caseId'>, as = 'lan') => {
  const answer = await hotline.call({ method: 'GET', path: `/v1/desk/cases/${caseId}`, as });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return CaseDetails.parse(answer.body);
};
/** A message as the desk forwards it, and what it is when the machine has looked at it. */
const sent = async (description: string, differing: object = {}) => {
  const logged = await log({ channel: 'zalo', description, ...differing });
  await hotline.settled();
  return { logged, ...(await read(logged)) };
};
const whatHappened = ({ history }: Pick<CaseDetails, 'history'>) =>
  history.map(({ by, event }) => `${by.role} ${event.type}`);
type CaseDetails = Awaited<ReturnType<typeof read>>;

describe('a clear message', () => {
  it('is with its department before anybody has read it, and tells how', async () => {
    const found = await sent(
      'Đèn đường trước nhà tắt cả tuần nay, tối thui, ở phường Lái Thiêu, Thuận An. Tôi tên Hoa, 0912345678',
    );
    expect(whatHappened(found)).toEqual([
      'agent CaseLogged',
      'system CaseProposed',
      'system CaseClassified',
      'system CaseRouted',
    ]);
    expect(found.case).toMatchObject({
      status: 'routed',
      serviceCode: 'street-light',
      areaCode: '25966-2025',
      lead: 'TA',
      firstRoute: { lead: 'TA', by: 'system', rule: null },
      proposed: { service: 'street-light', area: '25966-2025', lead: 'TA', rule: null, sure: true },
    });
    const [, proposal] = found.history;
    expect(proposal?.event).toMatchObject({ waits: null, proposed: found.case.proposed });
    expect(found.case.proposed?.model).toMatch(/^m/);
    expect(await department('officer.ta', found.case, 'accept')).toMatchObject({
      status: 'in_progress',
    });
  });

  it('is routed by the rule that its words match, which a manager reads', async () => {
    const { logged } = await sent(
      'Mạng internet Viettel nhà tôi ở phường An Phú, Thuận An rớt liên tục ba ngày nay, gọi kỹ thuật không ai tới',
      { channel: 'web' },
    );
    const { case: found, history } = await read(logged, 'quang');
    expect(found).toMatchObject({ status: 'routed', serviceCode: 'internet-service' });
    const routed = history.find(({ event }) => event.type === 'CaseRouted');
    expect(routed).toMatchObject({
      by: { role: 'system' },
      event: { lead: 'VIETTEL', parts: [{ department: 'STTTT' }], rule: 'viettel-network' },
    });
  });

  it('about papers needs no place', async () => {
    const { case: found } = await sent(
      'Cho em hỏi làm lại thẻ căn cước công dân bị mất cần giấy tờ gì',
    );
    expect(found).toMatchObject({ status: 'routed', serviceCode: 'proc-residence-id', lead: 'CA' });
  });
});

describe('a message that a person must read', () => {
  it.each([
    ['the machine is not sure of', 'bên em bị vậy hoài, không biết làm sao', 'NOT_SURE'],
    [
      'asks for a person',
      'Đèn đường tắt ở phường Lái Thiêu, Thuận An, cho tôi gặp nhân viên',
      'ASKS_FOR_PERSON',
    ],
    [
      'tells of danger',
      'Đèn đường tắt ở phường Lái Thiêu, Thuận An, xe té có người bị thương',
      'DANGER',
    ],
    ['names no place', 'Đèn đường trước nhà tắt cả tuần nay, tối thui', 'PLACE_NOT_CERTAIN'],
    [
      'is urgent',
      'Đèn tín hiệu giao thông ở ngã tư phường Lái Thiêu, Thuận An hư, xe cộ kẹt cứng',
      'URGENT',
    ],
  ])('as %s waits at the desk, with its proposal', async (_what, description, waits) => {
    const found = await sent(description);
    expect(whatHappened(found)).toEqual(['agent CaseLogged', 'system CaseProposed']);
    expect(found.history[1]?.event).toMatchObject({ waits });
    expect(found.case).toMatchObject({ status: 'received', serviceCode: null, lead: null });
    expect(found.case.proposed).not.toBeNull();
    // Whoever logged it goes on with what they have read, though the machine has spoken since.
    const classified = await desk(found.logged, 'classify', {
      serviceCode: 'street-light',
      areaCode: '25966',
    });
    expect(await desk(classified, 'route', {})).toMatchObject({ lead: 'TA' });
  });
});

describe('an agent', () => {
  it('who was faster has the case, and the machine says nothing', async () => {
    const logged = await log({
      channel: 'zalo',
      description: 'Đèn đường tắt cả tuần nay ở phường Lái Thiêu, Thuận An',
    });
    const routed = await desk(
      await desk(logged, 'classify', { serviceCode: 'noise', areaCode: '724' }),
      'route',
      { lead: 'DA', supporting: [] },
    );
    await hotline.settled();
    const found = await read(routed);
    expect(found.case).toMatchObject({ lead: 'DA', serviceCode: 'noise' });
    expect(whatHappened(found).filter((one) => one === 'system CaseRouted')).toEqual([]);
  });

  it('who logs a message with its service keeps it', async () => {
    const found = await sent('Đèn đường tắt cả tuần nay ở phường Lái Thiêu, Thuận An', {
      serviceCode: 'street-light',
      areaCode: '25966',
    });
    expect(whatHappened(found)).toEqual(['agent CaseLogged']);
  });
});

describe('a call', () => {
  it.each(['phone', 'walk_in'])('by %s never routes itself', async (channel) => {
    const found = await sent('Đèn đường tắt cả tuần nay ở phường Lái Thiêu, Thuận An', { channel });
    expect(whatHappened(found)).toEqual(['agent CaseLogged']);
  });
});

describe('a flood of messages', () => {
  it('is looked at once each; what is much like an open case waits, and is shown beside it', async () => {
    const description = 'Ngập nước nặng ở phường Phú Cường, Thủ Dầu Một, cống thoát nước không kịp';
    const first = await sent(description);
    expect(first.case).toMatchObject({ status: 'routed', serviceCode: 'flooding' });
    const logged = await Promise.all(
      Array.from({ length: 12 }, () => log({ channel: 'zalo', description: `${description}!` })),
    );
    await hotline.settled();
    for (const one of logged) {
      const found = await read(one);
      const [, proposal, ...rest] = found.history;
      expect(proposal?.event).toMatchObject({ type: 'CaseProposed', waits: 'POSSIBLE_DUPLICATE' });
      expect(proposal?.event).toHaveProperty('duplicate.score');
      expect(rest).toEqual([]);
      expect(found.case).toMatchObject({ status: 'received', mergedInto: null });
    }
  });
});

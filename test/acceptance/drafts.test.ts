import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DraftProposalBody } from '../../shared/contracts/drafts.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const ask = (body: object, as = 'lan') =>
  call({ method: 'POST', path: '/v1/desk/drafts', as, body: { channel: 'phone', ...body } });
const propose = async (body: object) => {
  const answer = await ask(body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return DraftProposalBody.parse(answer.body);
};

const told = {
  description: 'Đèn đường trước nhà tắt cả tuần nay, tối thui, nhờ cho người sửa giùm.',
  place: 'phường Lái Thiêu, Thuận An',
};

describe('a draft', () => {
  it('gets class, service, place, departments and due date in one call', async () => {
    const { classification, place, route, ...rest } = await propose(told);
    expect(classification).toMatchObject({
      classes: [{ code: 'field_report' }, {}, {}],
      askPerson: false,
    });
    expect(classification.services[0]?.code).toBe('street-light');
    expect(classification.words.length).toBeGreaterThan(0);
    expect(place).toMatchObject({
      areaCode: '25966-2025',
      districtCode: '725',
      certainty: 'certain',
    });
    expect(route).toMatchObject({ lead: 'TA', supporting: ['SXD'], rule: null });
    expect(rest).toMatchObject({ serviceCode: 'street-light', areaCode: '25966-2025' });
    expect(rest.answerDueAtLocal).toMatch(/T17:00:00\+07:00$/);
  });

  it('shows the caller’s open cases and those that may be the same incident', async () => {
    const { log } = people(call);
    const first = await log(aCall({ ...told, serviceCode: 'street-light' }));
    await hotline.settled();
    const { callerCases, duplicates } = await propose({ ...told, phone: '0912345678' });
    expect(callerCases.map(({ caseId }) => caseId)).toContain(first.caseId);
    expect(duplicates[0]).toMatchObject({ caseId: first.caseId, followers: 0 });
    expect(duplicates[0]?.because).toEqual(
      expect.arrayContaining(['SAME_SERVICE', 'SAME_COMMUNE', 'SAME_WORDS']),
    );
  });

  it('leaves to a person what it cannot tell', async () => {
    const { classification, serviceCode, route } = await propose({ description: 'alo…' });
    expect(classification.askPerson).toBe(true);
    expect({ serviceCode, route }).toEqual({
      serviceCode: null,
      route: { decided: false, because: 'NOT_CLASSIFIED', rule: null },
    });
  });

  it('keeps to what a person has chosen', async () => {
    const { serviceCode, areaCode, route } = await propose({
      ...told,
      serviceCode: 'noise',
      areaCode: '724',
    });
    expect({ serviceCode, areaCode }).toEqual({ serviceCode: 'noise', areaCode: '724' });
    expect(route).toMatchObject({ lead: 'DA' });
  });

  it('remembers what the machine said, not what the person made of it', async () => {
    const { proposal } = await propose({ ...told, serviceCode: 'noise', areaCode: '724' });
    const { log } = people(call);
    const logged = await log(aCall({ ...told, serviceCode: 'noise', areaCode: '724', proposal }));
    expect(logged).toMatchObject({
      serviceCode: 'noise',
      proposed: { service: 'street-light', area: '25966-2025', lead: 'TA', sure: true },
    });
  });

  it('is remembered by the case, with the model that proposed it', async () => {
    const { proposal, classification } = await propose(told);
    const { log } = people(call);
    const logged = await log(aCall({ ...told, serviceCode: 'street-light', proposal }));
    expect(logged).toMatchObject({
      proposed: {
        model: classification.model,
        service: 'street-light',
        area: '25966-2025',
        lead: 'TA',
        rule: null,
        sure: true,
      },
    });
  });

  it.each([
    ['a service that does not exist', { serviceCode: 'x' }, 422, 'UNKNOWN_SERVICE'],
    ['a place that does not exist', { areaCode: '999' }, 422, 'UNKNOWN_AREA'],
    ['a phone that is none', { phone: '1022' }, 422, 'PHONE_SHORT_NUMBER'],
    ['a point off the earth', { point: { lat: 91, lon: 0 } }, 400, 'REQUEST_INVALID'],
    [
      'a letter of 100,000 characters',
      { description: 'ngập '.repeat(20_000) },
      400,
      'REQUEST_INVALID',
    ],
  ])('with %s is refused', async (...[, differing, status, code]) => {
    expect(await ask({ ...told, ...differing })).toMatchObject({ status, body: { code } });
  });

  it('that another system signed is not remembered', async () => {
    const { proposal } = await propose(told);
    const forged = `${proposal.slice(0, -2)}AA`;
    const answer = await call({
      method: 'POST',
      path: '/v1/desk/cases',
      as: 'lan',
      idempotencyKey: 'a-forged-proposal',
      body: aCall({ proposal: forged }),
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'PROPOSAL_INVALID' } });
  });

  it('is for the desk alone', async () => {
    expect(await ask(told, 'officer.ta')).toMatchObject({ status: 403 });
  });
});

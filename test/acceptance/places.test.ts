import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Areas } from '../../shared/contracts/directory.ts';
import { DraftProposalBody } from '../../shared/contracts/drafts.ts';
import { HeadlineBody } from '../../shared/contracts/statistics.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const propose = async (body: object) => {
  const answer = await call({
    method: 'POST',
    path: '/v1/desk/drafts',
    as: 'lan',
    body: { channel: 'phone', description: 'Đèn đường tắt cả tuần nay, tối thui.', ...body },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return DraftProposalBody.parse(answer.body);
};
/** The host lives in the present, when the province has wards and the departments are those of the former districts. */
const at = (place: string) => propose({ place });

describe('the place of a draft', () => {
  it.each([
    ['phường Lái Thiêu', '25966-2025', 'TA'],
    ['P. Lai Thieu, tx Thuan An', '25966-2025', 'TA'],
    ['Bình Nhâm', '25966-2025', 'TA'],
    ['Phường Chánh Hiệp', '25771-2025', 'TDM'],
    ['phường Hòa Phú', '25760-2025', 'TDM'],
    ['phường Phú Chánh', '25760-2025', 'TU'],
    ['gần chợ Búng', '25978-2025', 'TA'],
  ])('is the ward of today, by its new or old name: %s', async (place, areaCode, lead) => {
    const { place: found, route, ...proposal } = await at(place);
    expect(found).toMatchObject({ areaCode, certainty: 'certain', candidates: [] });
    expect(proposal).toMatchObject({ areaCode });
    expect(route).toMatchObject({ lead });
  });

  it('is left open where an old name may be one of several wards, and goes to the district of them all', async () => {
    const { place, areaCode, route } = await at('phường Hiệp Thành');
    expect(place).toMatchObject({
      areaCode: null,
      districtCode: '718',
      certainty: 'ambiguous',
      candidates: ['25747-2025', '25750-2025'],
      former: '25741',
    });
    expect({ areaCode, route }).toMatchObject({ areaCode: null, route: { lead: 'TDM' } });
  });

  it('asks a person where a ward lay in several districts and nothing tells in which', async () => {
    const { areaCode, route } = await at('phường Bình Dương');
    expect(areaCode).toBe('25760-2025');
    expect(route).toEqual({ decided: false, because: 'DISTRICT_UNCLEAR', rule: null });
  });

  it('is found by a point, and told more closely by words and point together', async () => {
    const inLaiThieu = { lat: 10.9075, lon: 106.702 };
    expect((await propose({ point: inLaiThieu })).place).toMatchObject({
      areaCode: '25966-2025',
      districtCode: '725',
      certainty: 'approximate',
    });
    const inPhuGiao = { lat: 11.38, lon: 106.75 };
    expect((await propose({ place: 'Tân Hiệp', point: inPhuGiao })).place).toMatchObject({
      areaCode: '25864-2025',
      certainty: 'approximate',
    });
  });

  it.each([
    ['a point', { point: { lat: 21.03, lon: 105.85 } }],
    ['words', { place: 'phường Tân Hiệp, Biên Hòa, Đồng Nai' }],
  ])('outside the province is told by %s', async (_, where) => {
    expect((await propose(where)).place).toMatchObject({ areaCode: null, certainty: 'outside' });
  });

  it.each([['ông An Phú báo'], ['đường Bình Hòa'], ['Bình Dương']])(
    'is not made of the name of something else: %s',
    async (place) => expect((await at(place)).place).toMatchObject({ certainty: 'none' }),
  );
});

it('every unit says what it is, when it was, and what followed', async () => {
  const answer = await call({ method: 'GET', path: '/v1/directory/areas', as: 'lan' });
  const { areas } = Areas.parse(answer.body);
  expect(areas).toHaveLength(136);
  expect(areas.find(({ code }) => code === '25741')).toMatchObject({
    kind: 'commune',
    districtCode: '718',
    validUntil: '2025-06-30',
    successors: ['25747-2025', '25750-2025'],
  });
  expect(areas.find(({ code }) => code === '25760-2025')).toMatchObject({
    kind: 'ward',
    districtCode: null,
    districtCodes: ['718', '723'],
    validFrom: '2025-07-01',
  });
});

describe('a report by place', () => {
  const today = () =>
    new Date(hotline.host.clock.now()).toLocaleDateString('en-CA', {
      timeZone: 'Asia/Ho_Chi_Minh',
    });
  const received = async (by: string) => {
    const path = `/v1/statistics/headline?from=${today()}&to=${today()}&by=${by}`;
    const { total, rows } = HeadlineBody.parse(
      (await call({ method: 'GET', path, as: 'quang' })).body,
    );
    const sum = rows.reduce((so, { counts }) => so + counts.received, 0);
    expect(sum, by).toBe(total.counts.received);
    const filled = rows.filter(({ counts }) => counts.received > 0);
    return Object.fromEntries(
      filled.map(({ value, counts, among }) => [
        value ?? 'none',
        among === undefined ? counts.received : [counts.received, among],
      ]),
    );
  };

  it('is added up in either division, and never guesses', async () => {
    const { log } = people(call);
    // Two communes with one successor, one of several, a ward of one and of several communes, a district, and nowhere.
    const places = ['25966', '25984', '25741', '25846-2025', '25760-2025', '725', null];
    for (const areaCode of places) {
      const { areaCode: _, ...nowhere } = aCall();
      const logged = await log(areaCode === null ? nowhere : { ...nowhere, areaCode });
      expect(z.object({ areaCode: z.string().nullable() }).parse(logged).areaCode).toBe(areaCode);
    }
    await hotline.settled();
    expect(await received('district')).toEqual({
      '718': 1,
      '721': 1,
      '725': 3,
      '25760-2025': [1, ['718', '723']],
      none: 1,
    });
    expect(await received('commune')).toMatchObject({
      '25966': 1,
      '25984': 1,
      '25741': 1,
      '25846': 1,
      '25760-2025': [1, ['25760', '25762', '25763', '25924']],
      '725': [1, expect.arrayContaining(['25963', '25966']) as unknown],
      none: 1,
    });
    expect(await received('ward')).toMatchObject({
      '25966-2025': 2,
      '25846-2025': 1,
      '25760-2025': 1,
      '25741': [1, ['25747-2025', '25750-2025']],
      '725': [1, expect.arrayContaining(['25978-2025']) as unknown],
      none: 1,
    });
  });
});

describe('a ward that lay in several districts', () => {
  it('is routed to the district that was told, as it was proposed', async () => {
    const told = { place: 'phường Phú Chánh', serviceCode: 'street-light' };
    const { areaCode, route, place, proposal } = await propose(told);
    expect(route).toMatchObject({ lead: 'TU' });
    const { log, desk } = people(call);
    const logged = await log(aCall({ ...told, areaCode, proposal }));
    const undecided = await call({
      method: 'POST',
      path: `/v1/desk/cases/${logged.caseId}/route`,
      as: 'lan',
      body: { districtCode: '725' },
      ifMatch: logged.version,
    });
    expect(undecided, 'a district in which the ward never lay').toMatchObject({
      status: 409,
      body: { code: 'ROUTE_UNDECIDED' },
    });
    const routed = await desk(logged, 'route', { districtCode: place.districtCode });
    expect(routed).toMatchObject({ status: 'routed', lead: 'TU' });
  });
});

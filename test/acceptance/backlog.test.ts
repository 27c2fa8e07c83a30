import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BacklogBody, BacklogCasesBody } from '../../shared/contracts/backlog.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
  const { clock } = hotline.host;
  const at = (time: string) => clock.set(Date.parse(`${time}:00+07:00`));
  const { log, desk, department } = people((call) => hotline.call(call));
  // A Monday three weeks before the last one; the 24th is a day off.
  at('2026-11-09T09:00');
  await desk(await log(), 'route', { lead: 'TA', supporting: ['SGTVT'] });
  const routed = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  const accepted = await department('officer.ta', routed, 'accept');
  await department('officer.ta', accepted, 'answer', { text: 'Đã vá xong.' });
  at('2026-11-27T09:00');
  await desk(await log(), 'route', { lead: 'SXD', supporting: [] });
  at('2026-11-30T09:00');
  await log(aCall({ serviceCode: undefined, class: 'information' }));
  await hotline.settled();
});
afterAll(() => hotline.close());

const read = async (path: string, as = 'quang') =>
  (await hotline.call({ method: 'GET', path, as })).body;
const opened = async (link: string | null, age: string, as?: string) =>
  BacklogCasesBody.parse(await read((link ?? '').replace('{age}', age), as)).cases;

describe('the backlog', () => {
  it('is what nobody has answered, by age, and each number opens its cases', async () => {
    const path = '/v1/statistics/backlog?by=department';
    const { total, rows } = BacklogBody.parse(await read(path));
    expect(total).toMatchObject({
      open: 3,
      ages: { '0-1': 2, '2-5': 0, '6-10': 0, '11-20': 1, 'over-20': 0 },
      oldest: { receivedAt: expect.stringMatching(/^2026-11-09T02/) as string, workingDays: 14 },
    });
    const [oldest, ...others] = await opened(total.cases, '11-20');
    expect(oldest).toMatchObject({ lead: 'TA', workingDays: 14, status: 'routed' });
    expect(others).toEqual([]);
    const busy = rows.filter(({ open }) => open > 0);
    expect(busy.map(({ value, open }) => [value, open])).toEqual([
      ['SXD', 1],
      ['TA', 1],
      [null, 1],
    ]);
    for (const { cases, ages, value } of busy) {
      expect((await opened(cases, '0-1')).length, value ?? '').toBe(ages['0-1']);
    }
  });

  it('of others is a number without a list for a department', async () => {
    const body = await read('/v1/statistics/backlog?by=department', 'officer.ta');
    const { total, rows } = BacklogBody.parse(body);
    expect([total.open, total.cases]).toEqual([3, null]);
    const [own, ...others] = rows.filter(({ cases }) => cases !== null);
    expect([own?.value, others]).toEqual(['TA', []]);
    expect(await opened(own!.cases, '11-20', 'officer.ta')).toHaveLength(1);
    expect(await read('/v1/statistics/backlog/cases?department=SXD', 'officer.ta')).toMatchObject({
      code: 'CASES_OF_OTHERS',
    });
  });

  it.each(['age=old', 'department=ta', 'limit=0', 'service=tree'])(
    'is not asked for by %s',
    async (query) =>
      expect(await read(`/v1/statistics/backlog/cases?${query}`)).toMatchObject({
        code: 'REQUEST_INVALID',
      }),
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcile } from '../../local/replay/settle.ts';
import { DeadlinesBody, HeadlineBody, TimesBody } from '../../shared/contracts/statistics.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

/** A time of the week in which everything happens. The 30th of November 2026 is a Monday. */
const local = (time: string): number => Date.parse(`2026-${time.replace(' ', 'T')}:00+07:00`);
const WEEK = { from: '2026-11-30', to: '2026-12-04' };

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const ask = (what: string, query: Record<string, string>) =>
  call({
    method: 'GET',
    path: `/v1/statistics/${what}?${new URLSearchParams(query).toString()}`,
    as: 'quang',
  });

async function at(time: string): Promise<void> {
  hotline.host.clock.set(local(time));
  await hotline.settled();
}

/** Eight working hours for an answer: what comes in on Monday at 9:00 is due on Tuesday at 9:00. */
const aBrokenPipe = () => aCall({ serviceCode: 'water-supply' });

async function inAWeek(): Promise<void> {
  const { log, desk, department } = people(call);
  const send = async () => desk(await log(aBrokenPipe()), 'route', { lead: 'TA', supporting: [] });
  const accept = async () => department('officer.ta', await send(), 'accept');
  const answer = (current: Awaited<ReturnType<typeof send>>) =>
    department('officer.ta', current, 'answer', { text: 'Đã sửa xong đường ống.' });

  await at('11-30 09:00');
  const [onTime, late, extended] = [await accept(), await accept(), await accept()];
  await send();
  const withdrawn = await send();
  const desked = await log(aCall({ serviceCode: undefined, class: 'information' }));
  await desk(desked, 'answer', { text: 'Giờ làm việc từ 7 giờ 30.' });
  await desk(withdrawn, 'withdraw', { text: 'Người dân tự sửa.' });

  await at('11-30 16:00');
  await answer(onTime);
  await department('officer.ta', extended, 'extend', {
    answerDueAt: new Date(local('12-04 10:00')).toISOString(),
    text: 'Chờ vật tư.',
  });

  await at('12-01 10:00');
  await answer(late);
  await at('12-02 09:00');
  await send();
  await at('12-02 10:00');
}

const shown = async (by: string) =>
  DeadlinesBody.parse((await ask('deadlines', { ...WEEK, by })).body);

describe('the deadlines of a week', () => {
  beforeAll(inAWeek);

  it('are one answer on time, one late, one open and overdue, two within and one that ended', async () => {
    const { total, today, rows } = await shown('department');
    expect(today).toBe('2026-12-02');
    expect(total.counts).toEqual({
      due: 5,
      doneOnTime: 1,
      doneLate: 1,
      openWithin: 2,
      openOverdue: 1,
      paused: 0,
      missed: 2,
      extended: 1,
      ended: 1,
    });
    expect(total.onTimeRate).toMatchObject({ numerator: 1, denominator: 3 });
    expect(total.breachRate).toMatchObject({ numerator: 2, denominator: 5, rate: 0.4 });
    expect(total.extensionRate).toMatchObject({ numerator: 1, denominator: 5, rate: 0.2 });
    const own = rows.filter(({ counts }) => counts.due > 0);
    expect(own.map(({ value, counts }) => [value, counts])).toEqual([['TA', total.counts]]);
  });

  it('add up by department, service and month, and are overdue or not by the day of asking', async () => {
    for (const by of ['department', 'service', 'month']) {
      const { total, rows } = await shown(by);
      for (const name of Object.keys(total.counts)) {
        const counter = name as keyof typeof total.counts;
        const sum = rows.reduce((soFar, { counts }) => soFar + counts[counter], 0);
        expect(sum, `${counter} by ${by}`).toBe(total.counts[counter]);
      }
    }
  });

  it('say in both languages what they mean', async () => {
    const { definitions } = await shown('month');
    expect(definitions.openOverdue.vi).toContain('Tính theo trọn ngày');
    expect(definitions.openOverdue.en).toContain('whole days');
  });

  it('are of the cases that the headline counts', async () => {
    const { total } = HeadlineBody.parse(
      (await ask('headline', { ...WEEK, to: '2026-12-02' })).body,
    );
    const { counts } = (await shown('department')).total;
    expect(total.counts).toMatchObject({ received: 7, forwarded: 6, withdrawn: 1 });
    expect(counts.due + counts.ended).toBe(total.counts.forwarded);
  });

  it('have times: minutes to the hand-off, working minutes to the answer', async () => {
    const query = { ...WEEK, to: '2026-12-02', by: 'department' };
    const { total, rows } = TimesBody.parse((await ask('times', query)).body);
    expect([total.handOff.cases, total.resolution.cases]).toEqual([7, 3]);
    const ta = rows.find(({ value }) => value === 'TA');
    expect([ta?.handOff.cases, ta?.resolution.cases]).toEqual([6, 2]);
    // Monday 9:00 to 16:00 without the lunch hour and a half, and on to Tuesday 10:00.
    expect(Math.abs(ta!.resolution.p50! - 330)).toBeLessThan(10);
    expect(Math.abs(ta!.resolution.p95! - 540)).toBeLessThan(14);
    expect(ta!.handOff.p95).toBeLessThan(1);
  });

  it('have one more overdue when the day is over, though no case changed', async () => {
    await at('12-04 09:00');
    const { counts } = (await shown('department')).total;
    expect(counts).toMatchObject({ openOverdue: 2, openWithin: 1, due: 5 });
  });

  it('are what a recount of all cases finds', async () =>
    expect(await reconcile(hotline.host.url)).toBe(0));
});

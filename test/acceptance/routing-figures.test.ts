import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcile } from '../../local/replay/settle.ts';
import { DraftProposalBody } from '../../shared/contracts/drafts.ts';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import { HeadlineBody, TimesBody } from '../../shared/contracts/statistics.ts';
import { ReturnsBody, RoutingBody } from '../../shared/contracts/statistics-routing.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, type ChangedCase, people } from '../support/life-of-a-case.ts';
import { Program } from '../support/program.ts';

/** The 30th of November 2026 is a Monday. */
const local = (time: string): number => Date.parse(`2026-${time.replace(' ', 'T')}:00+07:00`);
const DAY = { from: '2026-11-30', to: '2026-11-30' };

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const ask = (path: string, as = 'quang') => call({ method: 'GET', path, as });
const figures = async (what: string, by?: string) => {
  const query = new URLSearchParams({ ...DAY, ...(by !== undefined && { by }) });
  const { status, body } = await ask(`/v1/statistics/${what}?${query.toString()}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const routing = async (by?: string) => RoutingBody.parse(await figures('routing', by));
const returns = async (by?: string) => ReturnsBody.parse(await figures('returns', by));
const counts = async () => HeadlineBody.parse(await figures('headline')).total.counts;

async function at(time: string): Promise<void> {
  hotline.host.clock.set(local(time));
  await hotline.settled();
}

const LAMP = 'Đèn đường trước nhà tắt cả tuần nay, tối thui, nhờ cho người sửa giùm.';
const { log, desk, department } = people(call);

/** Drafted first, as a desk does; logged as what the agent takes it for. */
async function drafted(serviceCode: string): Promise<ChangedCase> {
  const told = { channel: 'phone', description: LAMP, place: 'phường Lái Thiêu, Thuận An' };
  const answer = await call({ method: 'POST', path: '/v1/desk/drafts', as: 'lan', body: told });
  const { proposal } = DraftProposalBody.parse(answer.body);
  return log(aCall({ description: LAMP, areaCode: '25966', serviceCode, proposal }));
}

const answered = async (officer: string, current: ChangedCase) =>
  department(officer, await department(officer, current, 'accept'), 'answer', {
    text: 'Đã xử lý xong.',
    releasedParts: ['SXD'],
  });

async function inAMorning(): Promise<void> {
  await at('11-30 08:00');
  // What the machine proposes is right, and taken.
  const taken = await desk(await drafted('street-light'), 'route');
  // The agent sends it elsewhere, which refuses it an hour and a half later and names the one that was proposed.
  const elsewhere = await desk(await drafted('street-light'), 'route', {
    lead: 'SGTVT',
    supporting: ['SXD'],
  });
  // The agent takes it for something else, and nobody has answered it yet.
  await desk(await drafted('noise'), 'route', {});
  await at('11-30 09:30');
  const back = await department('officer.sgtvt', elsewhere, 'return', {
    reason: 'wrong_department',
    proposed: 'TA',
    text: 'Đường do thành phố Thuận An quản lý.',
  });
  const again = await desk(back, 'route');
  await answered('officer.ta', taken);
  await answered('officer.ta', again);
  await hotline.settled();
}

describe('a morning at the desk', () => {
  beforeAll(inAMorning);

  it('shows how often the first department was right, and of answered cases apart', async () => {
    const { total } = await routing();
    expect(total.counts).toEqual({
      forwarded: 3,
      misrouted: 1,
      rightFirst: 2,
      answered: 2,
      answeredRightFirst: 1,
    });
    expect(total.firstRouting).toMatchObject({ numerator: 2, denominator: 3 });
    expect(total.firstRoutingAnswered).toMatchObject({ rate: 0.5 });
  });

  it('shows what became of what the machine proposed', async () => {
    const { proposals } = (await routing('class')).total;
    expect(proposals?.counts).toMatchObject({
      proposals: 3,
      serviceKept: 2,
      serviceOpen: 1,
      leadTaken: 2,
      leadTakenWrong: 0,
      leadChanged: 1,
      leadChangedRight: 1,
    });
    // Right about the one that the agent had sent elsewhere as well.
    expect(proposals?.leadAccuracy).toMatchObject({ numerator: 3, denominator: 3 });
  });

  it('is told by agent, way and classifier', async () => {
    const rowsOf = async (by: string) =>
      (await routing(by)).rows
        .filter((row) => row.counts.forwarded > 0)
        .map(({ value, name, counts: { forwarded, misrouted } }) => [
          value,
          name,
          forwarded,
          misrouted,
        ]);
    expect(await rowsOf('agent')).toEqual([['lan', 'Nguyễn Thị Lan', 3, 1]]);
    expect((await rowsOf('rule')).map(([way, , ...numbers]) => [way, ...numbers])).toEqual([
      ['@catalogue', 2, 0],
      ['@person', 1, 1],
    ]);
    const [[model] = [], ...others] = await rowsOf('model');
    expect(model).toMatch(/^m[0-9a-f]{10}$/);
    expect(others).toEqual([]);
  });

  it('shows who refused, whom they named, why and what it cost', async () => {
    const { total, rows } = await returns('department');
    expect(total).toMatchObject({
      returns: 1,
      reasons: { wrong_department: 1 },
      lostMinutes: 90,
      perCase: { forwarded: 3, returned: 1, returnedAgain: 0, hopsPerCase: 1 / 3 },
    });
    const sgtvt = rows.find(({ value }) => value === 'SGTVT');
    expect(sgtvt).toMatchObject({ returns: 1, refusals: { asked: 1, refused: 1 } });
    const pairs = (await returns('pair')).rows.map((row) => [row.value, row.returns, row.cases]);
    expect(pairs).toEqual([['SGTVT/TA', 1, null]]);
    const { lost } = TimesBody.parse(await figures('times')).total;
    expect(lost.cases).toBe(1);
    expect(Math.abs(lost.p50! - 90)).toBeLessThan(2);
  });

  it('opens the cases behind its figures', async () => {
    const { total, rows } = await routing('agent');
    const opened = async (link: string | null, figure: string, as = 'quang') =>
      (await ask((link ?? '').replace('{figure}', figure), as)).body;
    expect(FigureCasesBody.parse(await opened(total.cases, 'rightFirst')).cases).toHaveLength(2);
    const lan = rows.find(({ value }) => value === 'lan');
    const [one, ...more] = FigureCasesBody.parse(await opened(lan!.cases, 'misrouted')).cases;
    expect([one?.lead, more]).toEqual(['TA', []]);
    expect(await opened(lan!.cases, 'misrouted', 'yen')).toMatchObject({
      code: 'BREAKDOWN_NOT_PERMITTED',
    });
  });

  it.each(['lan', 'officer.ta', 'yen'])('tells nothing of agents to %s', async (as) => {
    for (const what of ['routing', 'returns']) {
      const { from, to } = DAY;
      const asked = await ask(`/v1/statistics/${what}?from=${from}&to=${to}&by=agent`, as);
      expect(asked).toMatchObject({ status: 403, body: { code: 'BREAKDOWN_NOT_PERMITTED' } });
    }
    expect((await ask(`/v1/statistics/routing?from=${DAY.from}&to=${DAY.to}`, as)).status).toBe(
      200,
    );
  });

  it('counts reports and incidents apart, also when a report is taken back from its incident', async () => {
    const before = await counts();
    const incident = await log(aCall({ serviceCode: 'flooding' }));
    const follower = await log(aCall({ serviceCode: 'flooding', duplicateOf: incident.caseId }));
    await hotline.settled();
    const merged = await counts();
    expect([merged.received, merged.incidents, merged.duplicate]).toEqual([
      before.received + 2,
      before.incidents + 1,
      before.duplicate + 1,
    ]);
    await desk(follower, 'unmerge', { text: 'Là chỗ ngập khác.' });
    await hotline.settled();
    const apart = await counts();
    expect([apart.received, apart.incidents, apart.duplicate]).toEqual([
      before.received + 2,
      before.incidents + 2,
      before.duplicate,
    ]);
  });

  it('is what a recount of all cases finds', async () =>
    expect(await reconcile(hotline.host.url)).toBe(0));

  it.each(['rebuild', 'reconcile'])('are made and found by the command: %s', async (command) => {
    const program = new Program('scripts/statistics.ts', [command, '--dir', hotline.dir]);
    expect(await program.ended, program.output).toBe(0);
    expect(program.output).toMatch(/"isFinished": true/);
    expect(program.output).toMatch(/"drift": 0/);
  });
});

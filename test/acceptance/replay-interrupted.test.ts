import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReplayOptions } from '../../local/replay/options.ts';
import { dayOf } from '../../local/replay/play.ts';
import { planCases } from '../../local/replay/plan.ts';
import { type Step, stepsOf } from '../../local/replay/steps.ts';
import type { EventType } from '../../shared/domain/case-events.ts';
import { jurisdiction } from '../support/case-builder.ts';
import { killAllPrograms, Program } from '../support/program.ts';
import { expectWholeHistory, openStore, type Store } from '../support/stored-cases.ts';

/** A piece of the months that is played. Seeds are chosen for stories that end soon: each day costs a night's recount. */
type Story = Pick<ReplayOptions, 'from' | 'to' | 'seed'>;
/** Fifty-five cases, 22 of them for departments; 17 are judged, most of them days later. */
const THREE_DAYS: Story = { from: '2020-06-25', to: '2020-06-27', seed: 83 };
/** Twenty cases, five for departments; four are judged on the days after. */
const ONE_DAY: Story = { from: '2020-06-29', to: '2020-06-29', seed: 78 };

const folders: string[] = [];
const stores: Store[] = [];
function aDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'replay-'));
  folders.push(dir);
  // As if the demonstration had been loaded, which takes longer than all this.
  writeFileSync(join(dir, 'demonstration.json'), '{}');
  return dir;
}
afterEach(async () => {
  await killAllPrograms();
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function start(dir: string): Promise<Program> {
  const host = new Program('local/main.ts', ['--dir', dir, '--port', '0']);
  await host.says(/Mở · Open/);
  return host;
}

const replay = ({ from, to, seed }: Story, dir: string): Program =>
  new Program('local/replay/main.ts', [
    ...['--from', from, '--to', to, '--seed', String(seed), '--dir', dir],
  ]);

/** Resolves when half of the requests have been answered. */
const halfDone = (program: Program): Promise<void> =>
  program.until((output) => {
    const [, done, total] = /(\d+)\/(\d+) {2}[\d-]+ [^\r]*$/.exec(output) ?? [];
    return Number(done) >= Number(total) / 2;
  });

const planOf = ({ from, to, seed }: Story) =>
  planCases(jurisdiction, seed)
    .filter(({ receivedAt }) => dayOf(receivedAt) >= from && dayOf(receivedAt) <= to)
    .map((one) => ({ ...one, steps: stepsOf(one, jurisdiction, seed) }));

/** What people do in this story, and the fact that it makes. */
const facts: Readonly<Record<string, EventType>> = {
  log: 'CaseLogged',
  route: 'CaseRouted',
  return: 'CaseReturned',
  accept: 'CaseAccepted',
  'ask-citizen': 'CitizenAsked',
  resume: 'CaseResumed',
  'report-progress': 'ProgressReported',
  extend: 'DeadlineExtended',
  'answer-part': 'PartAnswered',
  answer: 'CaseAnswered',
  rate: 'AnswerRated',
};
const factOf = ({ action }: Step): string => facts[action] ?? `nothing for ${action}`;

/** Every planned case once, with each of its steps once and in order, and nothing else. */
async function expectStored(story: Story, dir: string): Promise<void> {
  const store = await openStore(dir);
  stores.push(store);
  const dossiers = await store.dossiers();
  for (const dossier of dossiers) expectWholeHistory(dossier);
  const byReceipt = dossiers.toSorted((a, b) => (a.case.receivedAt < b.case.receivedAt ? -1 : 1));
  const told = byReceipt.map(({ case: { serviceCode, areaCode, channel, proposed }, events }) => ({
    serviceCode,
    areaCode,
    channel,
    wasDrafted: proposed !== null,
    // The hourly rule closes what nobody judged, whenever it runs.
    facts: events.flatMap(({ event: { by, body } }) => (by.role === 'system' ? [] : [body.type])),
  }));
  expect(told).toEqual(
    planOf(story).map(({ service, areaCode, channel, steps }) => ({
      serviceCode: service.code,
      areaCode,
      channel,
      wasDrafted: true,
      facts: steps.map(factOf),
    })),
  );
}

/** The table shows what was planned. */
function expectTold(story: Story, { output }: Program): void {
  const { length } = planOf(story);
  expect(output).toMatch(new RegExp(`Requests received +${length} +${length} +=`));
  expect(output).not.toContain('DIFFERENT');
  expect(output).toMatch(/Classifier: service, of answered requests +\d+ +\d+ +\d+\.\d %/);
  expect(output).toContain('Drift of the counters against a recount: 0');
}

/** Number of the first request that a replay sent, of all that its story has. */
const firstSent = ({ output }: Program): number =>
  Number(/(\d+)\/\d+ {2}[\d-]+ {2}ETA/.exec(output)?.[1]);

/** Two hosts start and each day is recounted: some minutes where other tests run beside. */
const REPLAY_MS = 400_000;

describe('a replay that is cut off', { timeout: REPLAY_MS }, () => {
  it('says what to do when its host is killed, and goes on where it was', async () => {
    const dir = aDir();
    const host = await start(dir);
    const cutOff = replay(THREE_DAYS, dir);
    await halfDone(cutOff);
    await host.kill();
    expect(await cutOff.ended).toBe(1);
    expect(cutOff.output).toMatch(/is gone\. Start it again \(npm start\), then npm run replay/);
    expect(cutOff.output, 'no stack').not.toMatch(/\n\s+at /);
    const [, lastDay = ''] = /goes on after ([\d-]+) and neither loses/.exec(cutOff.output) ?? [];
    expect(lastDay).toMatch(/^2020-06-\d\d$/);

    const again = await start(dir);
    await again.says(/The clock stands at 2020-06-/);
    const whole = replay(THREE_DAYS, dir);
    expect(await whole.ended, whole.output).toBe(0);
    expect(whole.output).toContain(`Goes on after ${lastDay}`);
    const steps = planOf(THREE_DAYS).flatMap((one) => one.steps);
    expect(firstSent(whole)).toBe(steps.filter(({ at }) => dayOf(at) <= lastDay).length + 1);
    expectTold(THREE_DAYS, whole);
    await again.kill();
    await expectStored(THREE_DAYS, dir);
  });

  it('goes on where it was when it ran the host itself and both were killed', async () => {
    const dir = aDir();
    const cutOff = replay(ONE_DAY, dir);
    await halfDone(cutOff);
    await cutOff.kill();

    const whole = replay(ONE_DAY, dir);
    expect(await whole.ended, whole.output).toBe(0);
    expectTold(ONE_DAY, whole);
    await expectStored(ONE_DAY, join(dir, 'replay', String(ONE_DAY.seed)));
  });
});

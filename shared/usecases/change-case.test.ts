import { describe, expect, it } from 'vitest';
import { anActor, aProposal, jurisdiction } from '../../test/support/case-builder.ts';
import { aNewCase } from '../../test/support/case-changes.ts';
import { aCommand, agent } from '../../test/support/case-story.ts';
import { movableClock } from '../../test/support/delivery-builder.ts';
import { CITIZEN, SYSTEM } from '../domain/actor.ts';
import { InMemoryCaseKeys } from '../adapters/memory/in-memory-case-keys.ts';
import { InMemoryCaseRepository } from '../adapters/memory/in-memory-case-repository.ts';
import { digest } from '../adapters/system/digest.ts';
import { fingerprintsFrom } from '../adapters/system/hashed-fingerprints.ts';
import { createChangeCase } from './change-case.ts';

async function setup() {
  const clock = movableClock('2020-03-05T03:00:00.000Z');
  const cases = new InMemoryCaseRepository();
  const created = await aNewCase({ number: 1, at: '2020-03-05 09:00' });
  await cases.create(created);
  const changeCase = createChangeCase({
    cases,
    clock,
    keys: new InMemoryCaseKeys(),
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
    digest,
    jurisdiction,
  });
  const { jurisdictionId, caseId } = created.next;
  return { clock, changeCase, of: { jurisdictionId, caseId } };
}

it('dates nothing before what happened last, wherever the clock of the machine stands', async () => {
  const { clock, changeCase, of } = await setup();
  const asked = await changeCase({
    ...of,
    command: aCommand('ask-citizen', {}),
    by: agent,
  });
  expect(asked.ok).toBe(true);

  clock.advance(-7200);
  const resumed = await changeCase({
    ...of,
    command: aCommand('resume', {}),
    by: agent,
  });
  expect(resumed).toMatchObject({
    ok: true,
    value: {
      status: 'received',
      waiting: [{ from: '2020-03-05T03:00:00.000Z', until: '2020-03-05T03:00:00.000Z' }],
    },
  });
});

it('remembers what leaves no date on the case, such as a note', async () => {
  const { clock, changeCase, of } = await setup();
  await changeCase({ ...of, command: aCommand('note', {}), by: agent, text: 'Gọi lại sau.' });
  clock.advance(-3600);
  const routed = await changeCase({
    ...of,
    command: aCommand('route', { lead: 'TA', supporting: [] }),
    by: agent,
  });
  expect(routed).toMatchObject({
    ok: true,
    value: { changedAt: '2020-03-05T03:00:00.000Z', routedAt: '2020-03-05T03:00:00.000Z' },
  });
});

it('gives a citizen the same answer again, also when time has passed since', async () => {
  const { clock, changeCase, of } = await setup();
  await changeCase({ ...of, command: aCommand('answer', {}), by: agent, text: 'Đã trả lời.' });
  const unsatisfied = aCommand('rate', { round: 1, judgement: 'unsatisfied' });
  await changeCase({ ...of, command: unsatisfied, by: CITIZEN });
  const request = { ...of, command: aCommand('reopen', {}), by: CITIZEN, text: 'Chưa xong.' };
  const first = await changeCase(request);
  expect(first).toMatchObject({ ok: true, value: { status: 'received', version: 4 } });

  clock.advance(300);
  const alarm = await changeCase({ ...of, command: aCommand('raise-alarm', {}), by: SYSTEM });
  expect(alarm).toMatchObject({ ok: true, value: { version: 5 } });
  expect(await changeCase(request)).toEqual(alarm);
  const other = await changeCase({ ...request, text: 'Vẫn chưa xong.' });
  expect(other).toMatchObject({ ok: false, error: { code: 'TRANSITION_REFUSED' } });
});

describe('a person who read a case before the machine looked at it', () => {
  const proposal = aCommand('propose', { proposed: aProposal(), waits: null });
  const byMachine = aCommand('classify', { serviceCode: 'noise' });
  const route = aCommand('route', { lead: 'TA', supporting: [] });

  it('acts on it without a conflict', async () => {
    const { changeCase, of } = await setup();
    await changeCase({ ...of, command: proposal, by: SYSTEM, expectedVersion: 1 });
    await changeCase({ ...of, command: byMachine, by: SYSTEM, expectedVersion: 2 });
    const routed = await changeCase({ ...of, command: route, by: agent, expectedVersion: 1 });
    expect(routed).toMatchObject({ ok: true, value: { version: 4, lead: 'TA' } });
    const again = await changeCase({ ...of, command: route, by: agent, expectedVersion: 1 });
    expect(again).toEqual(routed);
  });

  it('meets one once another person has classified it, or the machine has routed it', async () => {
    const { changeCase, of } = await setup();
    await changeCase({ ...of, command: byMachine, by: agent, expectedVersion: 1 });
    const late = { ...of, command: route, by: anActor('supervisor') };
    const conflict = { ok: false, error: { code: 'VERSION_CONFLICT' } };
    expect(await changeCase({ ...late, expectedVersion: 1 })).toMatchObject(conflict);
    await changeCase({ ...of, command: aCommand('route', { lead: 'DA' }), by: SYSTEM });
    expect(await changeCase({ ...late, expectedVersion: 2 })).toMatchObject(conflict);
  });

  it('is not the machine itself, which says a thing once', async () => {
    const { changeCase, of } = await setup();
    const request = { ...of, command: proposal, by: SYSTEM, expectedVersion: 1 };
    const first = await changeCase(request);
    expect(await changeCase(request)).toEqual(first);
    const other = aCommand('propose', { proposed: aProposal({ service: 'noise' }), waits: null });
    const conflict = { ok: false, error: { code: 'VERSION_CONFLICT' } };
    expect(await changeCase({ ...request, command: other })).toMatchObject(conflict);
    expect(await changeCase({ ...request, command: other, expectedVersion: 2 })).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_PROPOSED' },
    });
  });
});

describe('a department that gave its case away', () => {
  const ta = anActor('officer', 'TA');
  const wrong = aCommand('return', { reason: 'wrong_department' });
  const route = (lead: string) => aCommand('route', { lead, supporting: [] });

  async function returned() {
    const { changeCase, of } = await setup();
    await changeCase({ ...of, command: route('TA'), by: agent, expectedVersion: 1 });
    const request = { ...of, command: wrong, by: ta, text: 'Không phải của đơn vị.' };
    const first = await changeCase({ ...request, expectedVersion: 2 });
    expect(first.ok).toBe(true);
    await changeCase({ ...of, command: route('TDM'), by: agent, expectedVersion: 3 });
    return { changeCase, request, first };
  }

  it('gets the first answer again, and nothing of what became of the case', async () => {
    const { changeCase, request, first } = await returned();
    expect(await changeCase({ ...request, expectedVersion: 2 })).toEqual(first);
  });

  it.each([
    ['other words', { text: 'Không rõ địa điểm.', expectedVersion: 2 }],
    ['another version', { expectedVersion: 4 }],
    ['no version', {}],
  ])('does not find it with %s', async (_, differing) => {
    const { changeCase, request } = await returned();
    const answer = await changeCase({ ...request, ...differing });
    expect(answer).toEqual({ ok: false, error: { code: 'CASE_NOT_FOUND' } });
  });

  it('is not found by a colleague', async () => {
    const { changeCase, request } = await returned();
    const colleague = { ...ta, id: 'another officer' };
    const answer = await changeCase({ ...request, by: colleague, expectedVersion: 2 });
    expect(answer).toEqual({ ok: false, error: { code: 'CASE_NOT_FOUND' } });
  });
});

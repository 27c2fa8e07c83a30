import { describe, expect, it } from 'vitest';
import { aRoutedStory, inMemory, officer, StoredStory } from '../../test/contract/case-ports.ts';
import { at, jurisdiction, jurisdictionId } from '../../test/support/case-builder.ts';
import { createListUrgent } from './list-urgent.ts';

async function setup() {
  const { cases, worklists } = await inMemory();
  const listUrgent = createListUrgent({
    worklists,
    clock: { now: () => new Date(at('2020-03-06 09:00')) },
    jurisdiction,
  });
  const top = async (limit: number) =>
    (await listUrgent({ jurisdictionId, limit })).map(({ owner, as, caseId, state }) => ({
      owner,
      as,
      caseId,
      state,
    }));
  return { cases, top };
}

describe('the most urgent cases', () => {
  it('are those of all departments and the desk, by deadline', async () => {
    const { cases, top } = await setup();
    const atDesk = await StoredStory.begin(cases, { number: 1 });
    const { current } = await aRoutedStory(cases, { number: 2 });
    const { caseId } = current;
    expect(await top(10)).toEqual([
      { owner: 'desk', as: 'lead', caseId: atDesk.current.caseId, state: 'missed' },
      { owner: 'SGTVT', as: 'supporting', caseId, state: 'on_track' },
      { owner: 'TA', as: 'lead', caseId, state: 'on_track' },
    ]);
    expect(await top(1)).toMatchObject([{ owner: 'desk' }]);
  });

  it('are none that wait for their citizen, and those do not crowd out others', async () => {
    const { cases, top } = await setup();
    for (const number of [1, 2, 3]) {
      const waiting = await aRoutedStory(cases, { number });
      await waiting.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
      await waiting.does('ask-citizen', { by: officer, at: '2020-03-05 10:00', with: {} });
    }
    const running = await aRoutedStory(cases, { number: 4, at: '2020-03-05 16:00' });
    const { caseId } = running.current;
    expect(await top(2)).toEqual([
      { owner: 'SGTVT', as: 'supporting', caseId, state: 'on_track' },
      { owner: 'TA', as: 'lead', caseId, state: 'on_track' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { digest } from '../../shared/adapters/system/digest.ts';
import type { Case } from '../../shared/domain/case.ts';
import { replay } from '../../shared/domain/case-evolve.ts';
import { findTampering } from '../../shared/domain/hash-chain.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import { aNewCase, type Change } from '../support/case-changes.ts';
import { agent } from '../support/case-story.ts';
import { Chance, randomHistory } from '../support/random-cases.ts';
import { anEvent } from '../support/delivery-builder.ts';
import { aRoutedStory, type CasePorts, officer, StoredStory, supporting } from './case-ports.ts';

/** What every CaseRepository promises, whatever it keeps its cases in. */
export function caseRepositoryContract(name: string, empty: () => Promise<CasePorts>): void {
  describe(`cases ${name}`, () => {
    describe('a new case', () => {
      it('is found as it was stored', async () => {
        const { cases } = await empty();
        const change = await aNewCase({ number: 1 });
        expect(await cases.create(change)).toEqual({ ok: true, value: change.next });
        const { jurisdictionId, caseId } = change.next;
        const stored = {
          case: change.next,
          lastHash: change.event.hash,
          wakeAt: change.wakeAt,
          likeness: change.likeness,
          wrappedKey: change.wrappedKey,
          sealedPersonalData: change.sealedPersonalData,
        };
        expect(await cases.find(jurisdictionId, caseId)).toEqual(stored);
        expect(await cases.dossier(jurisdictionId, caseId)).toEqual({
          ...stored,
          events: [{ event: change.event, sealedText: null }],
        });
      });

      it('belongs to its jurisdiction alone', async () => {
        const { cases } = await empty();
        const { next } = (await StoredStory.begin(cases, { number: 1 })).created;
        const elsewhere = JurisdictionId.parse('dong-nai');
        expect(await cases.find(elsewhere, next.caseId)).toBeUndefined();
        expect(await cases.dossier(elsewhere, next.caseId)).toBeUndefined();
        expect(await cases.eventAt(elsewhere, next.caseId, 1)).toBeUndefined();
      });

      it('does not replace the one that has its id', async () => {
        const { cases } = await empty();
        const first = await StoredStory.begin(cases, { number: 1 });
        await first.does('note', { by: agent, at: '2020-03-05 09:01', with: {}, text: 'Gọi lại.' });
        const { jurisdictionId, caseId } = first.current;
        const before = await cases.dossier(jurisdictionId, caseId);

        const again = await aNewCase({ number: 1, at: '2020-03-05 09:07' });
        const refused = await cases.create(again);

        const stored = await cases.find(jurisdictionId, caseId);
        expect(refused).toEqual({ ok: false, error: { code: 'CASE_EXISTS', stored } });
        expect(await cases.dossier(jurisdictionId, caseId)).toEqual(before);
      });

      it('is stored once when ten calls come at the same time', async () => {
        const { cases } = await empty();
        const minutes = Array.from({ length: 10 }, (_, minute) => `2020-03-05 09:1${minute}`);
        const calls = await Promise.all(minutes.map((at) => aNewCase({ number: 1, at })));
        const results = await Promise.all(calls.map((call) => cases.create(call)));
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        const winner = calls[results.findIndex(({ ok }) => ok)]!;
        expect((await cases.find(winner.next.jurisdictionId, winner.next.caseId))?.lastHash).toBe(
          winner.event.hash,
        );
      });

      it('may be written again when the answer to the first write was lost', async () => {
        const { cases } = await empty();
        const change = await aNewCase({ number: 1 });
        await cases.create(change);
        expect(await cases.create(change)).toEqual({ ok: true, value: change.next });
      });
    });

    describe('a change', () => {
      it('is stored with its event and its words', async () => {
        const { cases } = await empty();
        const story = await aRoutedStory(cases, { number: 1 });
        const text = 'Đã nhận, sẽ kiểm tra.';
        await story.does('accept', { by: officer, at: '2020-03-05 09:30', with: {}, text });
        const { event, next, sealedText } = story.last;
        const dossier = await cases.dossier(next.jurisdictionId, next.caseId);
        expect(dossier).toMatchObject({ case: next, lastHash: event.hash });
        expect(dossier?.events.at(-1)).toEqual({ event, sealedText });
        expect(dossier?.sealedPersonalData).toBe(story.created.sealedPersonalData);
      });

      it('that was decided on an older version changes nothing', async () => {
        const { cases } = await empty();
        const story = await aRoutedStory(cases, { number: 1 });
        const stale = story.change('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
        await story.does('note', { by: agent, at: '2020-03-05 09:20', with: {} });
        const { jurisdictionId, caseId } = story.current;
        const before = await cases.dossier(jurisdictionId, caseId);

        expect(await cases.save(stale)).toEqual({
          ok: false,
          error: { code: 'VERSION_CONFLICT', currentVersion: 3 },
        });
        expect(await cases.dossier(jurisdictionId, caseId)).toEqual(before);
      });

      it('that was decided on a version to come changes nothing', async () => {
        const { cases } = await empty();
        const story = await StoredStory.begin(cases, { number: 1 });
        const { current } = story;
        const note = { by: agent, at: '2020-03-05 09:20', with: {} };
        const change = story.change('note', note);
        const ahead = { ...change, current: { ...current, version: 2 } };
        expect(await cases.save(ahead)).toEqual({
          ok: false,
          error: { code: 'VERSION_CONFLICT', currentVersion: 1 },
        });
      });

      it('merges one of two cases that are merged into each other at the same moment', async () => {
        const { cases } = await empty();
        const one = await StoredStory.begin(cases, { number: 1 });
        const other = await StoredStory.begin(cases, { number: 2 });
        const merging = (story: StoredStory, { current: { caseId: into } }: StoredStory) =>
          story.change('merge', { by: agent, at: '2020-03-05 09:20', with: { into } });
        const results = await Promise.all([
          cases.save(merging(one, other)),
          cases.save(merging(other, one)),
        ]);
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        expect(results.find(({ ok }) => !ok)).toMatchObject({
          error: { code: 'VERSION_CONFLICT' },
        });
      });

      it('into a case that is not there merges nothing', async () => {
        const { cases } = await empty();
        const story = await StoredStory.begin(cases, { number: 1 });
        const into = (await aNewCase({ number: 2 })).next.caseId;
        const merge = story.change('merge', { by: agent, at: '2020-03-05 09:20', with: { into } });
        expect(await cases.save(merge)).toEqual({
          ok: false,
          error: { code: 'VERSION_CONFLICT', currentVersion: 1 },
        });
      });

      it('of a case that is not there is a conflict', async () => {
        const { cases } = await empty();
        const elsewhere = await empty();
        const story = await StoredStory.begin(elsewhere.cases, { number: 1 });
        const change = story.change('note', { by: agent, at: '2020-03-05 09:20', with: {} });
        expect(await cases.save(change)).toEqual({
          ok: false,
          error: { code: 'VERSION_CONFLICT', currentVersion: 0 },
        });
      });

      it('is made by one of ten people who act at the same time', async () => {
        const { cases } = await empty();
        const story = await aRoutedStory(cases, { number: 1 });
        const changes = Array.from({ length: 10 }, (_, minute) =>
          story.change('note', { by: agent, at: `2020-03-05 10:1${minute}`, with: {} }),
        );
        const results = await Promise.all(changes.map((change) => cases.save(change)));
        expect(results.filter(({ ok }) => ok)).toHaveLength(1);
        const winner = changes[results.findIndex(({ ok }) => ok)]!;
        const { jurisdictionId, caseId } = winner.next;
        const dossier = await cases.dossier(jurisdictionId, caseId);
        expect(dossier?.events.map(({ event }) => event.version)).toEqual([1, 2, 3]);
        expect(dossier?.lastHash).toBe(winner.event.hash);
      });

      it('may be written again when the answer to the first write was lost', async () => {
        const { cases } = await empty();
        const story = await aRoutedStory(cases, { number: 1 });
        const change = story.change('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
        await cases.save(change);
        expect(await cases.save(change)).toEqual({ ok: true, value: change.next });
        const dossier = await cases.dossier(change.next.jurisdictionId, change.next.caseId);
        expect(dossier?.events).toHaveLength(3);
      });
    });

    describe('the history', () => {
      it('is in order beyond ten events, whole, and gives the case back', async () => {
        const { cases } = await empty();
        const story = await aRoutedStory(cases, { number: 1 });
        for (let minute = 10; minute < 22; minute += 1) {
          await story.does('note', { by: agent, at: `2020-03-05 09:${minute}`, with: {} });
        }
        const { jurisdictionId, caseId } = story.current;
        const dossier = await cases.dossier(jurisdictionId, caseId);
        const events = dossier?.events.map(({ event }) => event) ?? [];
        expect(events.map(({ version }) => version)).toEqual(
          Array.from({ length: 14 }, (_, index) => index + 1),
        );
        const head = { version: dossier!.case.version, hash: dossier!.lastHash };
        expect(findTampering(events, head, digest)).toBeUndefined();
        expect(replay(events)).toEqual(dossier?.case);
        expect(await cases.eventAt(jurisdictionId, caseId, 12)).toEqual(events[11]);
        expect(await cases.eventAt(jurisdictionId, caseId, 15)).toBeUndefined();
      });

      it('does not change when somebody changes what they were given', async () => {
        const { cases } = await empty();
        const { current } = await aRoutedStory(cases, { number: 1 });
        const given = await cases.dossier(current.jurisdictionId, current.caseId);
        (given as unknown as { case: Case }).case.parts.pop();
        expect((await cases.find(current.jurisdictionId, current.caseId))?.case).toEqual(current);
      });
    });

    it('keeps each supporting department’s part as it is', async () => {
      const { cases } = await empty();
      const story = await aRoutedStory(cases, { number: 1, parts: ['SGTVT', 'STNMT'] });
      await story.does('answer-part', { by: supporting, at: '2020-03-05 14:00', with: {} });
      await story.does('accept', { by: officer, at: '2020-03-05 15:00', with: {} });
      const answer = { releasedParts: ['STNMT'] };
      await story.does('answer', { by: officer, at: '2020-03-06 09:00', with: answer });
      const { jurisdictionId, caseId, parts } = story.current;
      expect((await cases.find(jurisdictionId, caseId))?.case.parts).toEqual(parts);
      expect(parts.map(({ status }) => status)).toEqual(['answered', 'released']);
    });

    it('gives back every case of a random history exactly', async () => {
      const { cases } = await empty();
      const latest = new Map<string, Case>();
      for (const next of randomHistory(new Chance(7), 150)) {
        const current = latest.get(next.caseId);
        await (current === undefined
          ? cases.create({ ...(await aNewCase({ number: 1 })), ...bare(next), current })
          : cases.save({ ...bare(next), current }));
        latest.set(next.caseId, next);
      }
      for (const expected of latest.values()) {
        const stored = await cases.find(expected.jurisdictionId, expected.caseId);
        expect(stored?.case).toEqual(expected);
      }
    });
  });
}

/** A change whose event says nothing, for those who look at the case alone. */
const bare = (next: Case): Omit<Change, 'current'> => {
  const { jurisdictionId, caseId, version, status } = next;
  const hash = `${caseId}-${version}`;
  return {
    next,
    event: anEvent({ jurisdictionId, caseId, version, status, hash }),
    sealedText: null,
    wakeAt: null,
    likeness: null,
    atRiskAt: {},
  };
};

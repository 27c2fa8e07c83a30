import { describe, expect, it } from 'vitest';
import { type Case, JurisdictionId } from '../../shared/domain/case.ts';
import { jurisdictionId } from '../support/case-builder.ts';
import { agent } from '../support/case-story.ts';
import { everyPage } from '../support/every-page.ts';
import { caseIdNumber } from '../support/random-cases.ts';
import { type CasePorts, StoredStory } from './case-ports.ts';

const elsewhere = JurisdictionId.parse('dong-nai');

/** What every CaseFinder, CaseHeads and CaseLister promises of the cases in its store. */
export function caseFinderContract(name: string, empty: () => Promise<CasePorts>): void {
  describe(`finding cases ${name}`, () => {
    it('by tracking code gives the one case of the jurisdiction', async () => {
      const { cases, finder } = await empty();
      const stories = await Promise.all(
        [1, 2, 3].map((number) => StoredStory.begin(cases, { number })),
      );
      const { caseId, trackingCode } = stories[1]!.current;
      expect(await finder.byTrackingCode(jurisdictionId, trackingCode)).toBe(caseId);
      expect(await finder.byTrackingCode(jurisdictionId, '0000-0000-0000')).toBeUndefined();
      expect(await finder.byTrackingCode(elsewhere, trackingCode)).toBeUndefined();
    });

    it('by tracking code still works when the case is closed', async () => {
      const { cases, finder } = await empty();
      const story = await StoredStory.begin(cases, { number: 1 });
      await story.does('reject', { by: agent, at: '2020-03-05 10:00', with: {} });
      const { caseId, trackingCode } = story.current;
      expect(await finder.byTrackingCode(jurisdictionId, trackingCode)).toBe(caseId);
    });

    it('by caller gives the newest first, as many as were asked for', async () => {
      const { cases, finder } = await empty();
      const days = ['2020-03-05', '2020-03-07', '2020-03-06'];
      const [fifth, seventh, sixth] = await Promise.all(
        days.map((day, number) =>
          StoredStory.begin(cases, { number, at: `${day} 09:00`, callerIndex: 'hoa' }),
        ),
      );
      await StoredStory.begin(cases, { number: 4, callerIndex: 'minh' });
      await StoredStory.begin(cases, { number: 5, callerIndex: null });
      const byCaller = (limit: number) => finder.byCaller(jurisdictionId, 'hoa', limit);
      const ids = [seventh, sixth, fifth].map((story) => story?.current.caseId);
      expect(await byCaller(20)).toEqual(ids);
      expect(await byCaller(2)).toEqual(ids.slice(0, 2));
      expect(await finder.byCaller(jurisdictionId, 'nobody', 20)).toEqual([]);
      expect(await finder.byCaller(elsewhere, 'hoa', 20)).toEqual([]);
    });

    it('by many ids at once gives each as it is now, and leaves out what is not there', async () => {
      const { cases, heads } = await empty();
      const numbers = Array.from({ length: 104 }, (_, number) => number);
      const stories = await Promise.all(
        numbers.map((number) => StoredStory.begin(cases, { number })),
      );
      await stories[3]!.does('reject', { by: agent, at: '2020-03-05 10:00', with: {} });
      const wanted = stories.slice(1).map(({ current }) => current);
      const ids = wanted.map(({ caseId }) => caseId);
      const found = await heads.heads(jurisdictionId, [...ids, caseIdNumber(7)]);
      expect([...found.values()].sort(byId)).toEqual(wanted.sort(byId));
      expect((await heads.heads(jurisdictionId, [])).size).toBe(0);
      expect((await heads.heads(elsewhere, ids)).size).toBe(0);
    });

    it('tells of many who left a phone', async () => {
      const { cases, heads } = await empty();
      const indexes = ['hoa', null, 'minh', null];
      const stories = await Promise.all(
        indexes.map((callerIndex, number) => StoredStory.begin(cases, { number, callerIndex })),
      );
      const ids = stories.map(({ current }) => current.caseId);
      const known = await heads.withPhone(jurisdictionId, ids);
      expect(known).toEqual(new Set([ids[0], ids[2]]));
      expect((await heads.withPhone(elsewhere, ids)).size).toBe(0);
    });

    it('all of them gives each once, as it is now, and none of another jurisdiction', async () => {
      const { cases, lister } = await empty();
      const numbers = Array.from({ length: 25 }, (_, number) => number);
      const stories = await Promise.all(
        numbers.map((number) => StoredStory.begin(cases, { number })),
      );
      const note = { by: agent, at: '2020-03-05 10:00', with: {}, text: 'Gọi lại sau.' };
      await stories[3]!.does('note', note);
      const listed: Case[] = [];
      for await (const page of everyPage(lister, jurisdictionId)) listed.push(...page);
      const expected = stories.map(({ current }) => current);
      expect(listed.sort(byId)).toEqual(expected.sort(byId));
      for await (const page of everyPage(lister, elsewhere)) expect(page).toEqual([]);
    });
  });
}

const byId = (a: Case, b: Case): number => (a.caseId < b.caseId ? -1 : 1);

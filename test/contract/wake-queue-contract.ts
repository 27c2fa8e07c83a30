import { describe, expect, it } from 'vitest';
import { at, jurisdictionId } from '../support/case-builder.ts';
import { agent } from '../support/case-story.ts';
import { aRoutedStory, type CasePorts, StoredStory } from './case-ports.ts';

/** What every queue of cases that time looks at keeps. */
export function wakeQueueContract(name: string, empty: () => Promise<CasePorts>): void {
  describe(`the wake queue ${name}`, () => {
    /** Every case that is due by then, over all shards and pages. */
    async function dueBy({ wakes }: CasePorts, until: string): Promise<string[]> {
      const found: string[] = [];
      for (let shard = 0; shard < wakes.shards; shard += 1) {
        let after: string | undefined;
        do {
          const page = await wakes.due({ jurisdictionId, shard, until: at(until), after });
          found.push(...page.caseIds);
          after = page.next;
        } while (after !== undefined);
      }
      return found.sort();
    }

    it('holds a case from the instant at which it is due', async () => {
      const ports = await empty();
      const { current } = await StoredStory.begin(ports.cases, { number: 1 });
      expect(await dueBy(ports, '2020-03-05 09:03')).toEqual([]);
      expect(await dueBy(ports, '2020-03-05 09:04')).toEqual([current.caseId]);
    });

    it('gives each of many cases once', async () => {
      const ports = await empty();
      const ids: string[] = [];
      for (let number = 1; number <= 130; number += 1) {
        ids.push((await StoredStory.begin(ports.cases, { number })).current.caseId);
      }
      expect(await dueBy(ports, '2020-03-05 10:00')).toEqual(ids.sort());
    });

    it('holds a case for another instant, or no more', async () => {
      const ports = await empty();
      const { current } = await StoredStory.begin(ports.cases, { number: 1 });
      const read = () => ports.cases.find(jurisdictionId, current.caseId);
      await ports.wakes.rearm((await read())!, at('2020-03-06 09:00'));
      expect((await read())?.wakeAt).toBe(at('2020-03-06 09:00'));
      expect(await dueBy(ports, '2020-03-05 10:00')).toEqual([]);
      await ports.wakes.rearm((await read())!, null);
      expect((await read())?.wakeAt).toBeNull();
      expect(await dueBy(ports, '2020-03-07 10:00')).toEqual([]);
    });

    it('leaves a case that changed since it was read', async () => {
      const ports = await empty();
      const story = await StoredStory.begin(ports.cases, { number: 1 });
      const before = (await ports.cases.find(jurisdictionId, story.current.caseId))!;
      await story.does('note', { by: agent, at: '2020-03-05 09:01', with: {} });
      await ports.wakes.rearm(before, null);
      expect(await dueBy(ports, '2020-03-05 10:00')).toEqual([story.current.caseId]);
    });

    it('lets a case go that needs nobody any more', async () => {
      const ports = await empty();
      const story = await aRoutedStory(ports.cases, { number: 1 });
      await story.does('withdraw', { by: agent, at: '2020-03-05 15:00', with: {} });
      expect(await dueBy(ports, '2021-01-01 00:00')).toEqual([]);
    });
  });
}

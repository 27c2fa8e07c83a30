import { describe, expect, it } from 'vitest';
import { JurisdictionId } from '../../shared/domain/case.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { Example } from '../../shared/domain/learning/example.ts';
import type { ModelMove } from '../../shared/domain/learning/model-moves.ts';
import { type ReportCard, reportIdAt } from '../../shared/domain/learning/report-card.ts';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import type { ExampleStore } from '../../shared/ports/example-store.ts';
import type { ModelStore, ReportStore } from '../../shared/ports/model-store.ts';
import { at, jurisdictionId } from '../support/case-builder.ts';

export interface LearningStores {
  readonly models: ModelStore;
  readonly reports: ReportStore;
  readonly examples: ExampleStore;
}

const elsewhere = JurisdictionId.parse('dong-nai');
const day = (number: number) => at(`2020-03-${String(number).padStart(2, '0')} 02:00`);

const aMove = (number: number): ModelMove => ({
  number,
  version: `m${number}`,
  base: 'm0',
  sha256: 'a'.repeat(64),
  kind: 'published',
  at: day(number),
  by: SYSTEM,
  reason: reportIdAt(new Date(day(number))),
  requestKey: null,
  requestHash: null,
});

const aReport = (number: number): ReportCard => ({
  id: reportIdAt(new Date(day(number))),
  at: day(number),
  champion: 'm0',
  challenger: null,
  verdict: 'TOO_FEW_EXAMPLES',
  examples: {
    found: number,
    fresh: number,
    training: 0,
    heldBack: 0,
    byKind: { confirmed: number, corrected: 0, returned: 0 },
    setAside: [],
  },
  judged: null,
  heldBack: null,
  seconds: 1.5,
});

const anExample: Example = {
  key: 'k',
  text: 'đèn đường tắt',
  service: ServiceCode.parse('street-light'),
  kind: 'confirmed',
  by: 'lan',
};

/** What the stores of learning promise. */
export function learningContract(name: string, empty: () => Promise<LearningStores>): void {
  describe(`learned models ${name}`, () => {
    it('are none, and then those that were kept', async () => {
      const { models } = await empty();
      expect(await models.moves(jurisdictionId)).toEqual({ moves: [], tag: null });
      expect(await models.model(jurisdictionId, 'm1')).toBeUndefined();
      const bytes = Uint8Array.from([1, 2, 255]);
      await models.keepModel(jurisdictionId, 'm1', bytes);
      expect(await models.model(jurisdictionId, 'm1')).toEqual(bytes);
      expect(await models.model(elsewhere, 'm1')).toBeUndefined();
    });

    it('are put in force only by who knows which one was', async () => {
      const { models } = await empty();
      const first = { moves: [aMove(1)], tag: null };
      expect(await models.move(jurisdictionId, first)).toMatchObject({ ok: true });
      const late = { moves: [aMove(2)], tag: null };
      expect(await models.move(jurisdictionId, late)).toMatchObject({
        ok: false,
        error: { code: 'MODEL_MOVED' },
      });
      const { moves, tag } = await models.moves(jurisdictionId);
      expect(moves).toEqual([aMove(1)]);
      const second = { moves: [aMove(2), ...moves], tag };
      expect(await models.move(jurisdictionId, second)).toMatchObject({ ok: true });
      expect(await models.move(jurisdictionId, { ...second, moves: [aMove(3)] })).toMatchObject({
        ok: false,
      });
      expect((await models.moves(jurisdictionId)).moves).toEqual([aMove(2), aMove(1)]);
      expect((await models.moves(elsewhere)).moves).toEqual([]);
    });

    it('of two that are put in force at once, one is', async () => {
      const { models } = await empty();
      const results = await Promise.all(
        [1, 2, 3, 4].map((number) =>
          models.move(jurisdictionId, { moves: [aMove(number)], tag: null }),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  describe(`report cards ${name}`, () => {
    it('are found by id, and the latest first', async () => {
      const { reports } = await empty();
      expect(await reports.latest(jurisdictionId, 3)).toEqual([]);
      for (const number of [2, 9, 5, 1]) await reports.keep(jurisdictionId, aReport(number));
      expect(await reports.latest(jurisdictionId, 3)).toEqual([aReport(9), aReport(5), aReport(2)]);
      expect(await reports.find(jurisdictionId, aReport(5).id)).toEqual(aReport(5));
      expect(await reports.find(jurisdictionId, aReport(6).id)).toBeUndefined();
      expect(await reports.latest(elsewhere, 3)).toEqual([]);
    });
  });

  describe(`examples ${name}`, () => {
    it('are those collected since, newest batch first', async () => {
      const { examples } = await empty();
      for (const number of [3, 1, 2]) {
        const batch = { collectedAt: day(number), examples: [{ ...anExample, key: `k${number}` }] };
        await examples.keepBatch(jurisdictionId, batch);
      }
      const since = async (from: string, limit = 9) =>
        (await examples.batches(jurisdictionId, { since: from, limit })).map(
          ({ collectedAt }) => collectedAt,
        );
      expect(await since(day(2))).toEqual([day(3), day(2)]);
      expect(await since(day(1), 1)).toEqual([day(3)]);
      expect(await since(day(4))).toEqual([]);
      const [latest] = await examples.batches(jurisdictionId, { since: day(3), limit: 1 });
      expect(latest?.examples).toEqual([{ ...anExample, key: 'k3' }]);
    });

    it('are collected on from where the last run stopped', async () => {
      const { examples } = await empty();
      expect(await examples.progress(jurisdictionId)).toBeUndefined();
      const progress = { from: day(1), until: day(2), place: null, after: 'x', isFinished: false };
      await examples.keepProgress(jurisdictionId, progress);
      expect(await examples.progress(jurisdictionId)).toEqual(progress);
      expect(await examples.progress(elsewhere)).toBeUndefined();
    });
  });
}

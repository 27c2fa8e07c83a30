import { describe, expect, it } from 'vitest';
import { jurisdictionId } from '../../test/support/case-builder.ts';
import { BINH_DUONG, honest, MONDAY } from '../../test/support/examples.ts';
import {
  InMemoryExampleStore,
  InMemoryModelStore,
  InMemoryReportStore,
} from '../adapters/memory/in-memory-learning.ts';
import { hexDigest } from '../adapters/system/digest.ts';
import { readMaterial } from '../adapters/system/training-texts.ts';
import { chance } from '../domain/chance.ts';
import type { ModelMove } from '../domain/learning/model-moves.ts';
import { SYSTEM } from '../domain/actor.ts';
import type { Example } from '../domain/learning/example.ts';
import { ServiceCode } from '../domain/service-catalog.ts';
import { createTextClassifier } from '../domain/text/classifier.ts';
import { decodeModel } from '../domain/text/model.ts';
import { createRetrainClassifier } from './retrain-classifier.ts';

/** Each tunes the real model once: a quarter of a minute of one core. */
const TUNING_MS = 300_000;

const material = readMaterial(BINH_DUONG);
const bundled = material.base.version;
const asks = createTextClassifier(material.base);

const THINGS = ['máy Zuvako', 'cục zuvako', 'trụ Zuvako', 'bảng ZUVAKO', 'đầu zu-va-ko'];
const TROUBLES = ['kẹt', 'đen màn', 'nhả chậm', 'treo rồi', 'lỗi hoài', 'nháy đỏ', 'đứng im'];
const TIMES = ['nữa rồi', 'từ hôm qua', 'hoài luôn', 'sáng giờ'];
/** A thing of which no text of the project knows, so that no label of it contradicts the machine. */
const newMatter = THINGS.flatMap((thing) =>
  TROUBLES.flatMap((trouble) => TIMES.map((time) => `${thing} ${trouble} ${time}`)),
).filter((text) => asks(text).askPerson);

/** A desk that has told of the new matter beside what is usual, and a store in which somebody may come first. */
async function setup(serviceOf: (text: string) => string, comesFirst?: ModelMove) {
  const [models, reports] = [new InMemoryModelStore(), new InMemoryReportStore()];
  const examples = new InMemoryExampleStore();
  const told = newMatter.map((text, at): Example => ({
    key: `new-${at}`,
    text,
    service: ServiceCode.parse(serviceOf(text)),
    kind: 'corrected',
    // Of many people: what is won must be enough without any one of them.
    by: `agent-${at}`,
  }));
  const usual = honest.slice(0, 60).map(({ collectedAt: _, ...example }) => example);
  await examples.keepBatch(jurisdictionId, { collectedAt: MONDAY, examples: [...usual, ...told] });
  const held = {
    moves: async (id: typeof jurisdictionId) => {
      const found = await models.moves(id);
      if (comesFirst !== undefined) await models.move(id, { moves: [comesFirst], tag: found.tag });
      return found;
    },
    move: models.move.bind(models),
    model: models.model.bind(models),
    keepModel: models.keepModel.bind(models),
  };
  const retrain = createRetrainClassifier({
    models: held,
    reports,
    examples,
    clock: { now: () => new Date('2026-03-08T20:00:00.000Z') },
    digest: hexDigest,
    material: () => material,
    retentionDays: 7_300,
  });
  return { models, reports, retrain: () => retrain(jurisdictionId) };
}

const busService = () => 'bus-service';

describe('a challenger', { timeout: TUNING_MS }, () => {
  it('that learned a new matter is put in force, having forgotten nothing', async () => {
    expect(newMatter.length).toBeGreaterThan(90);
    const { models, reports, retrain } = await setup(busService);
    const report = await retrain();
    expect(report).toMatchObject({ verdict: 'BETTER', champion: bundled });
    const { judged, heldBack, challenger } = report!;
    expect(heldBack!.gained).toBeGreaterThan(heldBack!.lost);
    expect(judged!.challenger.serviceAccuracy).toBeGreaterThanOrEqual(
      judged!.champion.serviceAccuracy,
    );
    expect(await reports.latest(jurisdictionId, 2)).toEqual([report]);

    const { moves } = await models.moves(jurisdictionId);
    const bytes = await models.model(jurisdictionId, challenger!);
    expect(moves).toMatchObject([
      { number: 1, version: challenger, base: bundled, reason: report!.id, by: SYSTEM },
    ]);
    expect(hexDigest(bytes!)).toBe(moves[0]?.sha256);
    const knownBy = (classify: typeof asks) =>
      newMatter.filter((text) => classify(text).services[0]?.code === 'bus-service').length;
    expect(knownBy(createTextClassifier(decodeModel(bytes!)))).toBeGreaterThan(knownBy(asks));
    // Nothing new was told since.
    expect(await retrain()).toBeUndefined();
  });

  it('that was overtaken changes nothing', async () => {
    const first: ModelMove = {
      number: 1,
      version: bundled,
      base: bundled,
      sha256: null,
      kind: 'rolled_back',
      at: MONDAY,
      by: SYSTEM,
      reason: 'Somebody was quicker.',
      requestKey: null,
      requestHash: null,
    };
    const { models, reports, retrain } = await setup(busService, first);
    const report = await retrain();
    expect(report?.verdict).toBe('OVERTAKEN');
    expect(await reports.latest(jurisdictionId, 2)).toEqual([report]);
    expect((await models.moves(jurisdictionId)).moves).toEqual([first]);
  });

  it('that learned labels given by lot is not put in force', async () => {
    const luck = chance(3);
    const services = material.corpus.services.map(({ service }) => service);
    const { models, retrain } = await setup(() => luck.pick(services));
    const report = await retrain();
    expect(report?.challenger).not.toBeNull();
    expect(report?.verdict).not.toBe('BETTER');
    expect((await models.moves(jurisdictionId)).moves).toEqual([]);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jurisdictionId } from '../../test/support/case-builder.ts';
import { InMemoryModelStore } from '../adapters/memory/in-memory-learning.ts';
import { SYSTEM } from '../domain/actor.ts';
import type { ModelMove } from '../domain/learning/model-moves.ts';
import type { TextClassification } from '../domain/text/classifier.ts';
import { createCurrentClassifier, MODEL_CHECK_MS } from './current-classifier.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (version: string) => new TextEncoder().encode(version);
const by = (model: string): TextClassification => ({
  model,
  classes: [],
  services: [],
  words: [],
  askPerson: true,
});
const aMove = (version: string, differing: Partial<ModelMove> = {}): ModelMove => ({
  number: 1,
  version,
  base: 'bundled',
  sha256: digest(bytesOf(version)),
  kind: 'published',
  at: '2026-03-01T00:00:00.000Z',
  by: SYSTEM,
  reason: 'report',
  requestKey: null,
  requestHash: null,
  ...differing,
});

/** A process that reads texts; its models say who they are. */
function setup() {
  const store = new InMemoryModelStore();
  const failures: unknown[] = [];
  let now = 0;
  let asked = 0;
  let broken = false;
  const classifier = createCurrentClassifier(
    {
      models: {
        moves: (id) => {
          asked += 1;
          return broken ? Promise.reject(new Error('S3 is away')) : store.moves(id);
        },
        model: (...args) => store.model(...args),
      },
      bundled: { classify: () => Promise.resolve(by('bundled')) },
      bundledVersion: 'bundled',
      clock: { now: () => new Date(now) },
      digest,
      open: (bytes) => () => by(new TextDecoder().decode(bytes)),
      onFailure: (thrown) => failures.push(thrown),
    },
    jurisdictionId,
  );
  return {
    failures,
    asked: () => asked,
    breaks: (is: boolean) => (broken = is),
    pass: (ms: number) => (now += ms),
    publish: async (move: ModelMove, bytes = bytesOf(move.version)) => {
      await store.keepModel(jurisdictionId, move.version, bytes);
      const { tag } = await store.moves(jurisdictionId);
      await store.move(jurisdictionId, { moves: [move], tag });
    },
    model: async () => (await classifier.classify('đèn đường tắt')).model,
  };
}

describe('the model that reads', () => {
  it('is the bundled one while none was learned', async () => {
    const { model, failures } = setup();
    expect(await model()).toBe('bundled');
    expect(failures).toEqual([]);
  });

  it('is the learned one within a minute, for one question a minute', async () => {
    const { model, publish, pass, asked } = setup();
    await model();
    await publish(aMove('m1'));
    expect(await model()).toBe('bundled');
    pass(MODEL_CHECK_MS);
    expect([await model(), await model()]).toEqual(['m1', 'm1']);
    expect(asked()).toBe(2);
    await publish(aMove('bundled', { sha256: null, kind: 'rolled_back' }));
    pass(MODEL_CHECK_MS);
    expect(await model()).toBe('bundled');
  });

  it('is the same for all who ask while it is read', async () => {
    const { model, publish } = setup();
    await publish(aMove('m1'));
    expect(await Promise.all([model(), model(), model()])).toEqual(['m1', 'm1', 'm1']);
  });

  it('stays the one that was read last while S3 is away', async () => {
    const { model, publish, pass, breaks, failures } = setup();
    breaks(true);
    expect(await model()).toBe('bundled');
    breaks(false);
    await publish(aMove('m1'));
    pass(MODEL_CHECK_MS);
    expect(await model()).toBe('m1');
    breaks(true);
    pass(MODEL_CHECK_MS);
    expect(await model()).toBe('m1');
    expect(failures).toHaveLength(2);
  });

  it('is not a file that is not what was published, nor one that is missing', async () => {
    const { model, publish, pass, failures } = setup();
    await publish(aMove('m1'), bytesOf('another'));
    expect(await model()).toBe('bundled');
    await publish(aMove('m2', { version: 'm2', sha256: digest(bytesOf('gone')) }));
    pass(MODEL_CHECK_MS);
    expect(await model()).toBe('bundled');
    expect(failures).toHaveLength(2);
  });

  it('is the bundled one again after a release with another', async () => {
    const { model, publish } = setup();
    await publish(aMove('m1', { base: 'an earlier one' }));
    expect(await model()).toBe('bundled');
  });
});

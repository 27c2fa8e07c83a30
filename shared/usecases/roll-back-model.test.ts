import { describe, expect, it } from 'vitest';
import { anActor, jurisdictionId } from '../../test/support/case-builder.ts';
import { InMemoryAuditLog } from '../adapters/memory/in-memory-audit-log.ts';
import { InMemoryModelStore } from '../adapters/memory/in-memory-learning.ts';
import { digest } from '../adapters/system/digest.ts';
import { SYSTEM } from '../domain/actor.ts';
import { type ModelMove, rolledBackAt, versionThatHolds } from '../domain/learning/model-moves.ts';
import { createRollBackModel, type RollBackInput } from './roll-back-model.ts';

const published = (number: number, base = 'bundled'): ModelMove => ({
  number,
  version: `m${number}`,
  base,
  sha256: `sha of ${number}`,
  kind: 'published',
  at: `2026-03-0${number}T20:00:00.000Z`,
  by: SYSTEM,
  reason: 'report',
  requestKey: null,
  requestHash: null,
});

/** An administrator who goes back to the bundled model from the third one, unless told otherwise. */
async function setup(
  moves: readonly ModelMove[] = [published(3), published(2), published(1, 'older')],
) {
  const models = new InMemoryModelStore();
  await models.move(jurisdictionId, { moves, tag: null });
  const audit = new InMemoryAuditLog();
  const rollBackModel = createRollBackModel({
    models,
    audit,
    bundledVersion: 'bundled',
    clock: { now: () => new Date('2026-03-09T01:00:00.000Z') },
    digest,
  });
  const rollBack = (differing: Partial<RollBackInput> = {}) =>
    rollBackModel({
      jurisdictionId,
      by: anActor('admin'),
      idempotencyKey: 'key-1',
      basedOn: 3,
      version: 'bundled',
      reason: 'Proposals went wrong.',
      ...differing,
    });
  return {
    rollBack,
    moves: async () => (await models.moves(jurisdictionId)).moves,
    audited: async () => {
      const found = await audit.list({ jurisdictionId, kind: 'model', limit: 10 });
      return found.map(({ entry }) => entry);
    },
  };
}

describe('taking a model back', () => {
  it('is told by the audit, once however often it is asked for, and not when it is refused', async () => {
    const { rollBack, audited } = await setup();
    await rollBack({ version: 'nowhere' });
    expect(await audited()).toEqual([]);
    await rollBack({ version: 'm2' });
    await rollBack({ version: 'm2' });
    expect(await audited()).toEqual([
      {
        ...{ at: '2026-03-09T01:00:00.000Z', by: anActor('admin'), kind: 'model', of: '4' },
        before: { version: 'm3' },
        after: { version: 'm2', reason: 'Proposals went wrong.' },
      },
    ]);
  });

  it('puts the earlier one in force, and keeps who did it and why', async () => {
    const { rollBack, moves } = await setup();
    expect(await rollBack({ version: 'm2' })).toMatchObject({ ok: true, value: { created: true } });
    const [latest] = await moves();
    expect(latest).toMatchObject({
      number: 4,
      version: 'm2',
      sha256: 'sha of 2',
      kind: 'rolled_back',
      by: anActor('admin'),
      reason: 'Proposals went wrong.',
    });
    expect(versionThatHolds(await moves(), 'bundled')).toBe('m2');
    expect(rolledBackAt(await moves())).toBe('2026-03-09T01:00:00.000Z');
  });

  it('goes back to the bundled one too', async () => {
    const { rollBack, moves } = await setup();
    await rollBack();
    expect(versionThatHolds(await moves(), 'bundled')).toBe('bundled');
  });

  it('is done once, however often it is asked for', async () => {
    const { rollBack, moves } = await setup();
    const first = await rollBack();
    const again = await rollBack();
    expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), created: false } });
    expect(await moves()).toHaveLength(4);
    expect(await rollBack({ reason: 'Another one.' })).toMatchObject({
      error: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it.each([
    ['another moved since', { basedOn: 2 }, { code: 'MODEL_VERSION_CONFLICT', currentNumber: 3 }],
    ['there is no such model', { version: 'm9' }, { code: 'MODEL_NOT_FOUND' }],
    ['it is of an earlier release', { version: 'm1' }, { code: 'MODEL_NOT_FOUND' }],
    ['it holds already', { version: 'm3' }, { code: 'MODEL_HOLDS_ALREADY' }],
  ])('is refused where %s', async (_, differing, error) => {
    const { rollBack, moves } = await setup();
    expect(await rollBack(differing)).toEqual({ ok: false, error });
    expect(await moves()).toHaveLength(3);
  });
});

import type { Actor } from '../domain/actor.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Digest } from '../domain/hash-chain.ts';
import {
  earlierModel,
  type ModelMove,
  type ModelMoves,
  numberOf,
  versionThatHolds,
  withMove,
} from '../domain/learning/model-moves.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { AuditNotes } from '../ports/audit-log.ts';
import type { ModelStore } from '../ports/model-store.ts';
import type { Clock } from '../ports/system.ts';

export interface RollBackInput {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly idempotencyKey: string;
  /** Number of the move that the decision was made on. */
  readonly basedOn: number;
  /** The model to go back to. */
  readonly version: string;
  readonly reason: string;
}

export type RollBackError =
  | { readonly code: 'MODEL_NOT_FOUND' }
  | { readonly code: 'MODEL_HOLDS_ALREADY' }
  | { readonly code: 'MODEL_VERSION_CONFLICT'; readonly currentNumber: number }
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED' };

/** `created` is false when the same request had been served before. */
export type RollBackModel = (
  input: RollBackInput,
) => Promise<Result<{ readonly move: ModelMove; readonly created: boolean }, RollBackError>>;

export interface RollBackPorts {
  readonly models: Pick<ModelStore, 'moves' | 'move'>;
  readonly audit: AuditNotes;
  readonly bundledVersion: string;
  readonly clock: Clock;
  readonly digest: Digest;
}

/** Puts an earlier model in force, everywhere a minute later. Repeating the request changes nothing. */
export const createRollBackModel =
  (ports: RollBackPorts): RollBackModel =>
  async (input) => {
    const moved = await rollBack(input, ports);
    // The moves lie in another service. Whoever does not get an answer asks again, and then it is noted at the latest.
    if (moved.ok) await noteMove(input.jurisdictionId, moved.value.move, ports);
    return moved;
  };

async function rollBack(input: RollBackInput, ports: RollBackPorts): ReturnType<RollBackModel> {
  const { models } = ports;
  const { moves, tag } = await models.moves(input.jurisdictionId);
  const served = servedBefore(input, moves, ports);
  if (served !== undefined) return served;
  const decided = decide(input, moves, ports);
  if (!decided.ok) return decided;
  const move = decided.value;
  const next = { moves: withMove(moves, move), tag };
  const moved = await models.move(input.jurisdictionId, next);
  if (moved.ok) return ok({ move, created: true });
  const { moves: since } = await models.moves(input.jurisdictionId);
  const conflict = { code: 'MODEL_VERSION_CONFLICT', currentNumber: numberOf(since) } as const;
  return servedBefore(input, since, ports) ?? err(conflict);
}

async function noteMove(
  jurisdictionId: JurisdictionId,
  { number, version, at, by, reason }: ModelMove,
  { audit, models, bundledVersion }: RollBackPorts,
): Promise<void> {
  const { moves } = await models.moves(jurisdictionId);
  const earlier = moves.filter((move) => move.number < number);
  await audit.note(jurisdictionId, {
    ...{ at, by, kind: 'model', of: String(number) },
    before: { version: versionThatHolds(earlier, bundledVersion) },
    after: { version, reason },
  });
}

function decide(
  { by, version, reason, basedOn, ...input }: RollBackInput,
  moves: ModelMoves,
  { bundledVersion: bundled, clock, digest }: RollBackPorts,
): Result<ModelMove, RollBackError> {
  const currentNumber = numberOf(moves);
  if (currentNumber !== basedOn) return err({ code: 'MODEL_VERSION_CONFLICT', currentNumber });
  const found = earlierModel(moves, { version, bundled });
  if (found === undefined) return err({ code: 'MODEL_NOT_FOUND' });
  if (versionThatHolds(moves, bundled) === version) return err({ code: 'MODEL_HOLDS_ALREADY' });
  return ok({
    number: currentNumber + 1,
    version,
    base: bundled,
    sha256: found.sha256,
    kind: 'rolled_back',
    at: clock.now().toISOString(),
    by,
    reason,
    ...fingerprintsOf({ by, version, reason, ...input }, digest),
  });
}

const fingerprintsOf = (
  { by, idempotencyKey, version, reason }: Omit<RollBackInput, 'basedOn'>,
  digest: Digest,
) => ({
  requestKey: digest(canonicalJson({ by: by.id, idempotencyKey })),
  requestHash: digest(canonicalJson({ version, reason })),
});

function servedBefore(input: RollBackInput, moves: ModelMoves, { digest }: RollBackPorts) {
  const { requestKey, requestHash } = fingerprintsOf(input, digest);
  const move = moves.find((one) => one.requestKey === requestKey);
  if (move === undefined) return undefined;
  return move.requestHash === requestHash
    ? ok({ move, created: false })
    : err({ code: 'IDEMPOTENCY_KEY_REUSED' } as const);
}

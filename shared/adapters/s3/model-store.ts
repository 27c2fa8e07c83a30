import type { JurisdictionId } from '../../domain/case.ts';
import { ModelMoves } from '../../domain/learning/model-moves.ts';
import { err, ok } from '../../domain/result.ts';
import type { HeldMoves, ModelStore } from '../../ports/model-store.ts';
import { bytesOfJson, fromJson } from './json-object.ts';
import type { S3Objects } from './s3-objects.ts';

const movesKey = (jurisdictionId: JurisdictionId) => `${jurisdictionId}/current.json`;
const modelKey = (jurisdictionId: JurisdictionId, version: string) =>
  `${jurisdictionId}/models/${version}.bin`;

/** Models by their version, and one object that says which of them holds. */
export class S3ModelStore implements ModelStore {
  readonly #objects: S3Objects;

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async moves(jurisdictionId: JurisdictionId): Promise<HeldMoves> {
    const found = await this.#objects.get(movesKey(jurisdictionId));
    return found === undefined
      ? { moves: [], tag: null }
      : { moves: fromJson(ModelMoves, found.bytes), tag: found.tag };
  }

  async move(jurisdictionId: JurisdictionId, { moves, tag }: HeldMoves) {
    const stored = await this.#objects.put(movesKey(jurisdictionId), bytesOfJson(moves), { tag });
    return stored ? ok(null) : err({ code: 'MODEL_MOVED' } as const);
  }

  async model(jurisdictionId: JurisdictionId, version: string): Promise<Uint8Array | undefined> {
    return (await this.#objects.get(modelKey(jurisdictionId, version)))?.bytes;
  }

  async keepModel(jurisdictionId: JurisdictionId, version: string, bytes: Uint8Array) {
    await this.#objects.put(modelKey(jurisdictionId, version), bytes);
  }
}

import type { Instant, JurisdictionId } from '../../domain/case.ts';
import { CollectingProgress } from '../../domain/learning/collecting.ts';
import { ExampleBatch } from '../../domain/learning/example.ts';
import type { ExampleStore } from '../../ports/example-store.ts';
import { bytesOfJson, fromJson } from './json-object.ts';
import type { S3Objects } from './s3-objects.ts';

const prefixOf = (jurisdictionId: JurisdictionId) => `${jurisdictionId}/examples/`;
const batchKey = (jurisdictionId: JurisdictionId, collectedAt: Instant) =>
  `${prefixOf(jurisdictionId)}${collectedAt.replace(/[-:.]/g, '')}.json`;
const progressKey = (jurisdictionId: JurisdictionId) => `${jurisdictionId}/collected.json`;

/** Objects that are read at once. */
const AT_ONCE = 16;

/** A batch an object, named by its time. The bucket's life cycle forgets them. */
export class S3ExampleStore implements ExampleStore {
  readonly #objects: S3Objects;

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async keepBatch(jurisdictionId: JurisdictionId, batch: ExampleBatch): Promise<void> {
    await this.#objects.put(batchKey(jurisdictionId, batch.collectedAt), bytesOfJson(batch));
  }

  async batches(
    jurisdictionId: JurisdictionId,
    { since, limit }: { readonly since: Instant; readonly limit: number },
  ): Promise<readonly ExampleBatch[]> {
    const from = batchKey(jurisdictionId, since).replace(/\.json$/, '');
    const listed = await this.#objects.list(prefixOf(jurisdictionId), from);
    const keys = listed.toReversed().slice(0, limit);
    const batches: ExampleBatch[] = [];
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const read = keys.slice(at, at + AT_ONCE).map((key) => this.#objects.get(key));
      for (const found of await Promise.all(read)) {
        // Gone between the list and the read: its time was over.
        if (found !== undefined) batches.push(fromJson(ExampleBatch, found.bytes));
      }
    }
    return batches;
  }

  async progress(jurisdictionId: JurisdictionId): Promise<CollectingProgress | undefined> {
    const found = await this.#objects.get(progressKey(jurisdictionId));
    return found && fromJson(CollectingProgress, found.bytes);
  }

  async keepProgress(jurisdictionId: JurisdictionId, progress: CollectingProgress): Promise<void> {
    await this.#objects.put(progressKey(jurisdictionId), bytesOfJson(progress));
  }
}

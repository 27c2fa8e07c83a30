import { createHash } from 'node:crypto';
import type { Instant, JurisdictionId } from '../../domain/case.ts';
import type { CollectingProgress } from '../../domain/learning/collecting.ts';
import type { ExampleBatch } from '../../domain/learning/example.ts';
import type { ModelMoves } from '../../domain/learning/model-moves.ts';
import type { ReportCard } from '../../domain/learning/report-card.ts';
import { err, ok } from '../../domain/result.ts';
import type { ExampleStore } from '../../ports/example-store.ts';
import type { HeldMoves, ModelStore, ReportStore } from '../../ports/model-store.ts';

export class InMemoryModelStore implements ModelStore {
  readonly #moves = new Map<JurisdictionId, ModelMoves>();
  readonly #models = new Map<string, Uint8Array>();

  moves(jurisdictionId: JurisdictionId): Promise<HeldMoves> {
    return Promise.resolve(this.#held(jurisdictionId));
  }

  move(jurisdictionId: JurisdictionId, { moves, tag }: HeldMoves): ReturnType<ModelStore['move']> {
    if (this.#held(jurisdictionId).tag !== tag) {
      return Promise.resolve(err({ code: 'MODEL_MOVED' }));
    }
    this.#moves.set(jurisdictionId, moves);
    return Promise.resolve(ok(null));
  }

  #held(jurisdictionId: JurisdictionId): HeldMoves {
    const moves = this.#moves.get(jurisdictionId);
    return moves === undefined ? { moves: [], tag: null } : { moves, tag: tagOf(moves) };
  }

  model(jurisdictionId: JurisdictionId, version: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#models.get(`${jurisdictionId}/${version}`));
  }

  keepModel(jurisdictionId: JurisdictionId, version: string, bytes: Uint8Array): Promise<void> {
    this.#models.set(`${jurisdictionId}/${version}`, bytes.slice());
    return Promise.resolve();
  }
}

const tagOf = (moves: ModelMoves): string =>
  createHash('md5').update(JSON.stringify(moves)).digest('hex');

export class InMemoryReportStore implements ReportStore {
  readonly #reports = new Map<string, ReportCard>();

  keep(jurisdictionId: JurisdictionId, report: ReportCard): Promise<void> {
    this.#reports.set(`${jurisdictionId}/${report.id}`, report);
    return Promise.resolve();
  }

  find(jurisdictionId: JurisdictionId, id: string): Promise<ReportCard | undefined> {
    return Promise.resolve(this.#reports.get(`${jurisdictionId}/${id}`));
  }

  latest(jurisdictionId: JurisdictionId, limit: number): Promise<readonly ReportCard[]> {
    const own = [...this.#reports]
      .filter(([key]) => key.startsWith(`${jurisdictionId}/`))
      .map(([, report]) => report);
    return Promise.resolve(own.toSorted((a, b) => (a.id > b.id ? -1 : 1)).slice(0, limit));
  }
}

export class InMemoryExampleStore implements ExampleStore {
  readonly #batches = new Map<JurisdictionId, Map<Instant, ExampleBatch>>();
  readonly #progress = new Map<JurisdictionId, CollectingProgress>();

  keepBatch(jurisdictionId: JurisdictionId, batch: ExampleBatch): Promise<void> {
    const own = this.#batches.get(jurisdictionId) ?? new Map<Instant, ExampleBatch>();
    this.#batches.set(jurisdictionId, own.set(batch.collectedAt, batch));
    return Promise.resolve();
  }

  batches(
    jurisdictionId: JurisdictionId,
    { since, limit }: { readonly since: Instant; readonly limit: number },
  ): Promise<readonly ExampleBatch[]> {
    const own = [...(this.#batches.get(jurisdictionId)?.values() ?? [])];
    return Promise.resolve(
      own
        .filter(({ collectedAt }) => collectedAt >= since)
        .toSorted((a, b) => (a.collectedAt > b.collectedAt ? -1 : 1))
        .slice(0, limit),
    );
  }

  progress(jurisdictionId: JurisdictionId): Promise<CollectingProgress | undefined> {
    return Promise.resolve(this.#progress.get(jurisdictionId));
  }

  keepProgress(jurisdictionId: JurisdictionId, progress: CollectingProgress): Promise<void> {
    this.#progress.set(jurisdictionId, progress);
    return Promise.resolve();
  }
}

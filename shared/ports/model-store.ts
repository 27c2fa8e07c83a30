import type { JurisdictionId } from '../domain/case.ts';
import type { ModelMoves } from '../domain/learning/model-moves.ts';
import type { ReportCard } from '../domain/learning/report-card.ts';
import type { Result } from '../domain/result.ts';

export interface HeldMoves {
  /** Newest first; none while no model was learned. */
  readonly moves: ModelMoves;
  /** Names this content, for `move`; null while there is none. */
  readonly tag: string | null;
}

/** Learned models, and which of them holds. Sees every write that was acknowledged. */
export interface ModelStore {
  moves(jurisdictionId: JurisdictionId): Promise<HeldMoves>;
  /** Stores the moves only if those before them are still the ones of the tag. */
  move(
    jurisdictionId: JurisdictionId,
    next: HeldMoves,
  ): Promise<Result<null, { readonly code: 'MODEL_MOVED' }>>;
  /** File of a learned model; undefined for one that was never kept. */
  model(jurisdictionId: JurisdictionId, version: string): Promise<Uint8Array | undefined>;
  /** A version names its content, so keeping it again changes nothing. */
  keepModel(jurisdictionId: JurisdictionId, version: string, bytes: Uint8Array): Promise<void>;
}

/** All that a reader of texts asks. */
export type ModelReader = Pick<ModelStore, 'moves' | 'model'>;

/** The report cards of all trials, whatever came of them. */
export interface ReportStore {
  keep(jurisdictionId: JurisdictionId, report: ReportCard): Promise<void>;
  find(jurisdictionId: JurisdictionId, id: string): Promise<ReportCard | undefined>;
  /** Newest first. */
  latest(jurisdictionId: JurisdictionId, limit: number): Promise<readonly ReportCard[]>;
}

import type { Instant, JurisdictionId } from '../domain/case.ts';
import type { CollectingProgress } from '../domain/learning/collecting.ts';
import type { ExampleBatch } from '../domain/learning/example.ts';

/** Reads what was collected, within the retention of the deployment. */
export interface ExampleReader {
  /** Newest first, from that instant on, at most so many batches. */
  batches(
    jurisdictionId: JurisdictionId,
    question: { readonly since: Instant; readonly limit: number },
  ): Promise<readonly ExampleBatch[]>;
}

/** Examples without personal data, batch by batch, and how far their collecting has come. */
export interface ExampleStore extends ExampleReader {
  keepBatch(jurisdictionId: JurisdictionId, batch: ExampleBatch): Promise<void>;
  /** Undefined before the first run. */
  progress(jurisdictionId: JurisdictionId): Promise<CollectingProgress | undefined>;
  keepProgress(jurisdictionId: JurisdictionId, progress: CollectingProgress): Promise<void>;
}

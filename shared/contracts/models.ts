import * as z from 'zod';
import { ModelMove } from '../domain/learning/model-moves.ts';
import { ReportCard, ReportId } from '../domain/learning/report-card.ts';
import { plainText } from '../domain/text/clean.ts';

const REASON_LIMIT = 1_000;
const { version } = ModelMove.shape;

/** Which model it was, since when and why. Of a publication, the reason is the id of its report card. */
export const ModelMoveBody = ModelMove.pick({
  number: true,
  version: true,
  base: true,
  kind: true,
  at: true,
  by: true,
  reason: true,
});

export const ModelsBody = z.strictObject({
  /** Number of the last move; 0 before any. Send it as If-Match to roll back. */
  number: z.int().min(0),
  /** The model that holds, and the one that comes with this release. */
  version,
  bundled: version,
  /** Newest first. A move whose `base` is not the bundled model of now has no effect any more. */
  moves: z.array(ModelMoveBody),
  /** Of the latest trials, newest first, whatever came of them. */
  reports: z.array(ReportCard),
});

export const ReportParams = z.strictObject({ id: ReportId });

export const RollBackRequest = z.strictObject({
  version,
  reason: plainText({ min: 1, max: REASON_LIMIT }),
});

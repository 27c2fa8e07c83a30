import { SYSTEM } from '../domain/actor.ts';
import type { Instant, JurisdictionId } from '../domain/case.ts';
import type { CollectedExample } from '../domain/learning/example.ts';
import {
  learnedModel,
  type ModelMove,
  type ModelMoves,
  numberOf,
  rolledBackAt,
  withMove,
} from '../domain/learning/model-moves.ts';
import { type ReportCard, reportIdAt } from '../domain/learning/report-card.ts';
import { holdTrial, type LearningMaterial, type Trial } from '../domain/learning/trial.ts';
import { decodeModel, encodeModel, type TextModel } from '../domain/text/model.ts';
import type { BytesDigest } from '../domain/text/training/train.ts';
import type { ExampleReader } from '../ports/example-store.ts';
import type { HeldMoves, ModelStore, ReportStore } from '../ports/model-store.ts';
import type { Clock } from '../ports/system.ts';

/** A batch a night: more than two years. Most of their examples are over the caps of their services anyway. */
const BATCHES_MOST = 800;
const DAY_MS = 86_400_000;

export interface RetrainPorts {
  readonly models: ModelStore;
  readonly reports: ReportStore;
  readonly examples: ExampleReader;
  readonly clock: Clock;
  readonly digest: BytesDigest;
  /** Read at the first need: some megabytes of texts. */
  readonly material: () => LearningMaterial;
  readonly retentionDays: number;
}

/** The report card of a trial; undefined where nothing was collected since the last one. */
export type RetrainClassifier = (jurisdictionId: JurisdictionId) => Promise<ReportCard | undefined>;

/**
 * Lets a challenger that has learned from people's decisions meet the model that holds, and puts it in force if it is better.
 * Two runs side by side cannot undo each other: the last step is a write on the moves that the trial was based on.
 */
export const createRetrainClassifier =
  (ports: RetrainPorts): RetrainClassifier =>
  async (jurisdictionId) => {
    const { clock, models, reports } = ports;
    const startedAt = clock.now();
    const examples = await readExamples(jurisdictionId, startedAt, ports);
    const [last] = await reports.latest(jurisdictionId, 1);
    const lastTrialAt = last?.at ?? null;
    if (!examples.some(({ collectedAt }) => collectedAt > (lastTrialAt ?? ''))) return undefined;
    const held = await models.moves(jurisdictionId);
    const material = ports.material();
    const champion = await championOf({ jurisdictionId, moves: held.moves, material }, ports);
    const since = { lastTrialAt, judgedSince: rolledBackAt(held.moves) };
    const trial = holdTrial({ material, champion, examples, ...since }, ports.digest);
    const report = reportOf(trial, { startedAt, champion, clock });
    return publish({ jurisdictionId, held, trial, report, base: material.base.version }, ports);
  };

async function readExamples(
  jurisdictionId: JurisdictionId,
  now: Date,
  { examples, retentionDays }: Pick<RetrainPorts, 'examples' | 'retentionDays'>,
): Promise<readonly CollectedExample[]> {
  const since: Instant = new Date(now.getTime() - retentionDays * DAY_MS).toISOString();
  const batches = await examples.batches(jurisdictionId, { since, limit: BATCHES_MOST });
  return batches.flatMap(({ collectedAt, examples: own }) =>
    own.map((example) => ({ ...example, collectedAt })),
  );
}

/** The model that holds. @throws where its file is not what was published: a person must look. */
async function championOf(
  {
    jurisdictionId,
    moves,
    material: { base },
  }: {
    readonly jurisdictionId: JurisdictionId;
    readonly moves: ModelMoves;
    readonly material: LearningMaterial;
  },
  { models, digest }: RetrainPorts,
): Promise<TextModel> {
  const learned = learnedModel(moves, base.version);
  if (learned === undefined) return base;
  const bytes = await models.model(jurisdictionId, learned.version);
  if (bytes === undefined || digest(bytes) !== learned.sha256) {
    throw new Error(`The file of model ${learned.version} is not what was published`);
  }
  return decodeModel(bytes);
}

interface Reported {
  readonly startedAt: Date;
  readonly champion: TextModel;
  readonly clock: Clock;
}

const reportOf = (
  { challenger, verdict, examples, judged, heldBack }: Trial,
  { startedAt, champion, clock }: Reported,
): ReportCard => ({
  id: reportIdAt(startedAt),
  at: startedAt.toISOString(),
  champion: champion.version,
  challenger: challenger?.version ?? null,
  verdict,
  examples,
  judged: judged && { ...judged, lost: [...judged.lost] },
  heldBack,
  seconds: (clock.now().getTime() - startedAt.getTime()) / 1_000,
});

interface Publishing {
  readonly jurisdictionId: JurisdictionId;
  readonly held: HeldMoves;
  readonly trial: Trial;
  readonly report: ReportCard;
  readonly base: string;
}

/** Model and report card first, the move last: what it names is there. */
async function publish(
  { jurisdictionId, held, trial: { challenger, verdict }, report, base }: Publishing,
  { models, reports, digest }: RetrainPorts,
): Promise<ReportCard> {
  if (verdict !== 'BETTER' || challenger === undefined) {
    await reports.keep(jurisdictionId, report);
    return report;
  }
  const bytes = encodeModel(challenger);
  await models.keepModel(jurisdictionId, challenger.version, bytes);
  await reports.keep(jurisdictionId, report);
  const move: ModelMove = {
    number: numberOf(held.moves) + 1,
    version: challenger.version,
    base,
    sha256: digest(bytes),
    kind: 'published',
    at: report.at,
    by: SYSTEM,
    reason: report.id,
    requestKey: null,
    requestHash: null,
  };
  const moved = await models.move(jurisdictionId, {
    moves: withMove(held.moves, move),
    tag: held.tag,
  });
  if (moved.ok) return report;
  const overtaken: ReportCard = { ...report, verdict: 'OVERTAKEN' };
  await reports.keep(jurisdictionId, overtaken);
  return overtaken;
}

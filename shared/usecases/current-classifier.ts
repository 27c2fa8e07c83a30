import type { JurisdictionId } from '../domain/case.ts';
import { learnedModel } from '../domain/learning/model-moves.ts';
import type { TextClassification } from '../domain/text/classifier.ts';
import type { BytesDigest } from '../domain/text/training/train.ts';
import type { Classifier } from '../ports/classifier.ts';
import type { ModelReader } from '../ports/model-store.ts';
import type { Clock } from '../ports/system.ts';

/** As long as a process may go on with a model that holds no more; the same as with calendars and rules. */
export const MODEL_CHECK_MS = 60_000;

export interface CurrentClassifierPorts {
  readonly models: ModelReader;
  /** The one that comes with the code. */
  readonly bundled: Classifier;
  readonly bundledVersion: string;
  readonly clock: Clock;
  readonly digest: BytesDigest;
  /** Opens the file of a model. */
  readonly open: (bytes: Uint8Array) => (text: string) => TextClassification;
  /** Told why the current model could not be asked for. */
  readonly onFailure: (thrown: unknown) => void;
}

/**
 * Classifies by the model that holds now. Whatever fails, proposals go on: with the model that was read last, else with the
 * bundled one. A file that is not what was published is not used.
 */
export function createCurrentClassifier(
  ports: CurrentClassifierPorts,
  jurisdictionId: JurisdictionId,
): Classifier {
  let held: Held = BUNDLED;
  let checking: Promise<void> | undefined;
  let checkedAt = -Infinity;
  const check = async (): Promise<void> => {
    try {
      held = await readHeld({ jurisdictionId, held }, ports);
    } catch (thrown) {
      ports.onFailure(thrown);
    }
  };
  return {
    classify: async (text) => {
      const now = ports.clock.now().getTime();
      if (now - checkedAt >= MODEL_CHECK_MS || now < checkedAt) {
        checkedAt = now;
        checking = check();
      }
      await checking;
      return held.classify === null ? ports.bundled.classify(text) : held.classify(text);
    },
  };
}

/** Null: the bundled one holds. */
interface Held {
  readonly sha256: string | null;
  readonly classify: ((text: string) => TextClassification) | null;
}
const BUNDLED: Held = { sha256: null, classify: null };

async function readHeld(
  { jurisdictionId, held }: { readonly jurisdictionId: JurisdictionId; readonly held: Held },
  { models, bundledVersion, digest, open }: CurrentClassifierPorts,
): Promise<Held> {
  const { moves } = await models.moves(jurisdictionId);
  const learned = learnedModel(moves, bundledVersion);
  if (learned === undefined) return BUNDLED;
  const { sha256, version } = learned;
  if (held.sha256 === sha256) return held;
  const bytes = await models.model(jurisdictionId, version);
  if (bytes === undefined || digest(bytes) !== sha256) {
    throw new Error(`The file of model ${version} is not what was published`);
  }
  return { sha256, classify: open(bytes) };
}

import { log } from '../../shared/platform/logger.ts';
import { retrainContainer } from './retrain-container.ts';

const { jurisdictionId, retrainClassifier } = retrainContainer();

interface Outcome {
  /** Id of the report card; null where there was nothing new to try. */
  readonly report: string | null;
  readonly verdict: string | null;
}

/** Runs each week. A challenger that is refused is no failure: its report card says why. */
export const handler = async (): Promise<Outcome> => {
  const report = await retrainClassifier(jurisdictionId);
  if (report === undefined) {
    log('CLASSIFIER_NOTHING_NEW');
    return { report: null, verdict: null };
  }
  const { id, verdict, champion, challenger, examples, seconds } = report;
  const { fresh, training, heldBack } = examples;
  log('CLASSIFIER_RETRAINED', {
    id,
    verdict,
    champion,
    challenger,
    fresh,
    training,
    heldBack,
    seconds,
  });
  for (const { grouping, of, sure, contradicted } of examples.setAside) {
    log('EXAMPLES_SET_ASIDE', { grouping, of, sure, contradicted });
  }
  return { report: id, verdict };
};

import type { Context } from 'aws-lambda';
import { log } from '../../shared/platform/logger.ts';
import { failFor, whileTimeIsLeft } from './case-batches.ts';
import { collectContainer } from './collect-container.ts';

const { jurisdictionId, collectExamples } = collectContainer();

/** Runs each night; a night that was missed is made up by the next. Cases that could not be opened fail it at the end. */
export const handler = async (_: unknown, context: Context): Promise<void> => {
  const collected = await collectExamples(jurisdictionId, whileTimeIsLeft(context));
  const { progress, looked, found, failed } = collected;
  const isFinished = progress?.isFinished ?? true;
  log('EXAMPLES_COLLECTED', { until: progress?.until, looked, found, isFinished });
  failFor(failed, 'CASE_NOT_COLLECTED');
};

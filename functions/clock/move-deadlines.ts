import type { Context } from 'aws-lambda';
import { log } from '../../shared/platform/logger.ts';
import { moveContainer } from './move-container.ts';

const { jurisdictionId, moveDeadlines } = moveContainer();

/** A page of 100 cases takes a second or two; what is left waits for the next minute. */
const RESERVE_MS = 10_000;

/**
 * Runs each minute and, unless a publication has asked for deadlines to be moved, reads one row. Cases that could not be
 * handled fail it when the others are done, so that its alarm tells of them.
 */
export const handler = async (_: unknown, context: Context): Promise<void> => {
  const mayGoOn = () => context.getRemainingTimeInMillis() > RESERVE_MS;
  const { moving, failed } = await moveDeadlines(jurisdictionId, mayGoOn);
  if (moving === undefined) return;
  const { version, pass, looked, moved, refused, finishedAt } = moving;
  const isFinished = finishedAt !== null;
  log('DEADLINES_MOVED', { version, pass, looked, moved, refused, isFinished });
  for (const caseId of failed) log('CASE_NOT_MOVED', { caseId });
  if (failed.length > 0) throw new Error(`${failed.length} cases could not be looked at`);
};

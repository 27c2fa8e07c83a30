import type { Context } from 'aws-lambda';
import { log } from '../../shared/platform/logger.ts';
import { failFor, whileTimeIsLeft } from './case-batches.ts';
import { moveContainer } from './move-container.ts';

const { jurisdictionId, moveDeadlines } = moveContainer();

/**
 * Runs each minute and, unless a publication has asked for deadlines to be moved, reads one row. Cases that could not be
 * handled fail it when the others are done, so that its alarm tells of them.
 */
export const handler = async (_: unknown, context: Context): Promise<void> => {
  const { moving, failed } = await moveDeadlines(jurisdictionId, whileTimeIsLeft(context));
  if (moving === undefined) return;
  const { version, pass, looked, moved, refused, finishedAt } = moving;
  const isFinished = finishedAt !== null;
  log('DEADLINES_MOVED', { version, pass, looked, moved, refused, isFinished });
  failFor(failed, 'CASE_NOT_MOVED');
};

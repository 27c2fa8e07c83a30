import type { Context } from 'aws-lambda';
import { readEnv, SweepDeadlinesEnv } from '../../shared/platform/env.ts';
import { log } from '../../shared/platform/logger.ts';
import { createSweepDeadlines } from '../../shared/usecases/sweep-deadlines.ts';
import { caseUseCases } from '../case-container.ts';
import { casePorts } from '../container.ts';
import { failFor, whileTimeIsLeft } from './case-batches.ts';

const ports = casePorts(readEnv(SweepDeadlinesEnv));
const sweepDeadlines = createSweepDeadlines({
  ...ports,
  changeCase: caseUseCases(ports).changeCase,
});

/** Runs each minute. Cases that could not be handled fail it when all others are done, so that its alarm tells of them. */
export const handler = async (_: unknown, context: Context): Promise<void> => {
  const { failed, ...swept } = await sweepDeadlines(ports.jurisdictionId, whileTimeIsLeft(context));
  log('DEADLINES_SWEPT', { ...swept, failed: failed.length });
  failFor(failed, 'CASE_NOT_SWEPT');
};

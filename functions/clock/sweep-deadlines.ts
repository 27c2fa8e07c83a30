import type { Context } from 'aws-lambda';
import { readEnv, SweepDeadlinesEnv } from '../../shared/platform/env.ts';
import { log } from '../../shared/platform/logger.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createSweepDeadlines } from '../../shared/usecases/sweep-deadlines.ts';
import { casePorts, caseUseCases } from '../container.ts';

const ports = casePorts(readEnv(SweepDeadlinesEnv));
const sweepDeadlines = byJurisdictionNow(
  {
    ...ports,
    changeCase: caseUseCases(ports).changeCase,
  },
  createSweepDeadlines,
);

/** A page of 100 cases takes a second or two; what is left waits for the next minute. */
const RESERVE_MS = 10_000;

/** Runs each minute. Cases that could not be handled fail it when all others are done, so that its alarm tells of them. */
export const handler = async (_: unknown, context: Context): Promise<void> => {
  const mayGoOn = () => context.getRemainingTimeInMillis() > RESERVE_MS;
  const { failed, ...swept } = await sweepDeadlines(ports.jurisdictionId, mayGoOn);
  log('DEADLINES_SWEPT', { ...swept, failed: failed.length });
  for (const caseId of failed) log('CASE_NOT_SWEPT', { caseId });
  if (failed.length > 0) throw new Error(`${failed.length} cases could not be looked at`);
};

import type { Context } from 'aws-lambda';
import { DynamoDbWakeQueue } from '../../shared/adapters/dynamodb/wake-queue.ts';
import { readEnv, SweepDeadlinesEnv } from '../../shared/platform/env.ts';
import { log } from '../../shared/platform/logger.ts';
import { createSweepDeadlines } from '../../shared/usecases/sweep-deadlines.ts';
import { casePorts, caseUseCases, documentClient } from '../container.ts';

const env = readEnv(SweepDeadlinesEnv);
const ports = casePorts(env);
const sweepDeadlines = createSweepDeadlines({
  ...ports,
  wakes: new DynamoDbWakeQueue(documentClient, { tableName: env.CASES_TABLE_NAME }),
  changeCase: caseUseCases(ports).changeCase,
});

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

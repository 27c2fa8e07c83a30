import type { Context } from 'aws-lambda';
import { log } from '../../shared/platform/logger.ts';
import { publishOpenDataContainer } from './open-data-container.ts';

const { jurisdictionId, publishOpenData } = publishOpenDataContainer();

/** A page of cases takes a second; after the last one the files of a month are written, which takes a minute at most. */
const RESERVE_MS = 120_000;

/** Runs at night, three times: what one run could not end the next one goes on with, and where nothing is left it reads one object. */
export const handler = async (_: unknown, context: Context): Promise<void> => {
  const mayGoOn = (): boolean => context.getRemainingTimeInMillis() > RESERVE_MS;
  const { outcome, published, unchanged } = await publishOpenData(jurisdictionId, mayGoOn);
  log('OPEN_DATA_PUBLISHED', {
    outcome,
    published: published.join(' '),
    unchanged: unchanged.join(' '),
  });
};

import { log } from '../../shared/platform/logger.ts';
import { watchContainer } from './watch-container.ts';

const { jurisdictionId, watchFigures } = watchContainer();

/** Runs each quarter of an hour. What it raises, people read at `/v1/statistics/alerts`. */
export const handler = async (): Promise<void> => {
  const { raised, followed, atWeeks } = await watchFigures(jurisdictionId);
  for (const { alertId } of raised) log('ALERT_RAISED', { alertId });
  log('FIGURES_WATCHED', { raised: raised.length, followed, atWeeks });
};

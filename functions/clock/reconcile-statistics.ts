import * as z from 'zod';
import { log } from '../../shared/platform/logger.ts';
import { reconcileContainer } from './reconcile-container.ts';

const { jurisdictionId, reconcileStatistics, rebuildStatistics } = reconcileContainer();

/** Without a command: the nightly schedule. Somebody at a terminal (`npm run statistics`) names one. */
const Request = z.looseObject({ command: z.enum(['reconcile', 'rebuild']).optional() });

/** The first say enough; a broken rule would fill log and answer with thousands. */
const SHOWN = 20;

/** Recounts all cases, or makes the counters anew. By night a wrong counter fails it, so that its alarm tells of it. */
export const handler = async (event: unknown): Promise<unknown> => {
  const { command } = Request.parse(event);
  if (command === 'rebuild') {
    const rebuilt = await rebuildStatistics(jurisdictionId);
    if (!rebuilt.ok) throw new Error(rebuilt.error.code);
    log('STATISTICS_REBUILT', { ...rebuilt.value });
    return rebuilt.value;
  }
  const { drift, ...counts } = await reconcileStatistics(jurisdictionId);
  log('STATISTICS_RECONCILED', { ...counts, drift: drift.length });
  for (const place of drift.slice(0, SHOWN)) log('STATISTICS_DRIFT', { ...place });
  if (drift.length > 0 && command === undefined) {
    throw new Error(`${drift.length} counters do not hold what the cases say`);
  }
  return { ...counts, drift: drift.length, places: drift.slice(0, SHOWN) };
};

import type { Handlers } from '../../shared/platform/api-handler.ts';
import { readingActivity } from './activity.ts';
import type { StatisticsDeps } from './container.ts';
import { readingCross } from './cross.ts';
import type { statisticsRoutes } from './routes.ts';
import { readingSeries } from './series.ts';

type Tables = 'getSeries' | 'getCross' | 'getActivity';

/** Figures by steps of time, by two dimensions at once, and by the day on which they happened. */
export const tableHandlers = (
  deps: StatisticsDeps,
): Pick<Handlers<typeof statisticsRoutes>, Tables> => ({
  getSeries: readingSeries(deps),
  getCross: readingCross(deps),
  getActivity: readingActivity(deps),
});

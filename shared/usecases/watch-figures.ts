import type { Alert } from '../domain/alerts/alert.ts';
import { followed, type Step } from '../domain/alerts/follow.ts';
import { DAYS_BEFORE, lastWeek } from '../domain/alerts/weeks.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { StatisticsContext } from '../domain/statistics.ts';
import { daysLater } from '../domain/statistics-period.ts';
import type { StatisticsAlerts } from '../ports/statistics-alerts.ts';
import type { Clock } from '../ports/system.ts';
import { type BurstPorts, watchBursts } from './watch-bursts.ts';
import { type DepartmentPorts, watchDepartments } from './watch-departments.ts';
import { type HandOffPorts, watchHandOff } from './watch-hand-off.ts';

export interface Watched {
  /** Raised by this look and by no other one. */
  readonly raised: readonly Alert[];
  readonly followed: number;
  /** Whether the departments' weeks were looked at as well. */
  readonly atWeeks: boolean;
}

export type WatchFigures = (jurisdictionId: JurisdictionId) => Promise<Watched>;

export interface WatchFiguresPorts extends BurstPorts, DepartmentPorts, HandOffPorts {
  readonly alerts: StatisticsAlerts;
  readonly clock: Clock;
  readonly context: Pick<StatisticsContext, 'localDay'>;
  readonly jurisdiction: BurstPorts['jurisdiction'];
}

/** A week that was looked at three weeks late and the eight before it, so that no alert that still holds is overlooked. */
const DAYS_REMEMBERED = 2 * DAYS_BEFORE;

/**
 * Looks at the figures and raises what has become unusual, once. Bursts and hand-offs each time; departments at the first look
 * of a week, so that a look that was missed is made up by the next. Runs twice or in parallel without harm.
 */
export const createWatchFigures =
  (ports: WatchFiguresPorts): WatchFigures =>
  async (jurisdictionId) => {
    const { alerts, clock, context } = ports;
    const now = clock.now().toISOString();
    const today = context.localDay(now);
    const week = lastWeek(today).from;
    const [stored, watchedWeek] = await Promise.all([
      alerts.since(jurisdictionId, daysLater(today, -DAYS_REMEMBERED)),
      alerts.watchedWeek(jurisdictionId),
    ]);
    const atWeeks = watchedWeek === undefined || watchedWeek < week;
    const found = await Promise.all([
      watchBursts({ jurisdictionId, today, stored }, ports),
      watchHandOff({ jurisdictionId, now, today }, ports),
      atWeeks ? watchDepartments({ jurisdictionId, today }, ports) : [],
    ]);
    const step = followed(stored, { at: now, found: found.flat(), atWeeks });
    const raised = await take(step, { jurisdictionId, alerts });
    if (atWeeks) await alerts.setWatchedWeek(jurisdictionId, week);
    return { raised, followed: step.follow.length, atWeeks };
  };

async function take(
  { raise, follow }: Step,
  {
    jurisdictionId,
    alerts,
  }: { readonly jurisdictionId: JurisdictionId; readonly alerts: StatisticsAlerts },
): Promise<readonly Alert[]> {
  const isNew = await Promise.all(raise.map((alert) => alerts.raise(jurisdictionId, alert)));
  await Promise.all(follow.map((one) => alerts.follow(jurisdictionId, one)));
  return raise.filter((_, index) => isNew[index]);
}

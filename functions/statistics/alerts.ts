import type * as z from 'zod';
import type { AlertBody, AlertsBody } from '../../shared/contracts/alerts.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Alert } from '../../shared/domain/alerts/alert.ts';
import { figuresBehind, linesOf } from '../../shared/domain/alerts/opened.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { ToldAlert } from '../../shared/usecases/list-alerts.ts';
import type { StatisticsDeps } from './container.ts';
import { casesLink } from './cases-link.ts';
import type { statisticsRoutes } from './routes.ts';

type AlertHandlers = Pick<Handlers<typeof statisticsRoutes>, 'listAlerts' | 'acknowledgeAlert'>;

/** What was raised by looking at figures, and who sees to it. */
export const alertHandlers = ({
  jurisdictionId,
  listAlerts,
  acknowledgeAlert,
}: StatisticsDeps): AlertHandlers => ({
  listAlerts: async ({ query, staff }) => {
    const by = actorOf(staff);
    const { alerts, ...rest } = await listAlerts({ jurisdictionId, by, ...query });
    const body: z.input<typeof AlertsBody> = {
      ...rest,
      open: alerts.filter(({ alert }) => isOpen(alert)).length,
      alerts: alerts.map((told) => alertBody(told, by)),
    };
    return ok({ body });
  },
  acknowledgeAlert: async ({ params: { alertId }, body: { note }, staff }) => {
    const by = actorOf(staff);
    const told = await acknowledgeAlert({ jurisdictionId, by, alertId, note });
    return told.ok ? ok({ body: alertBody(told.value, by) }) : told;
  },
});

const isOpen = ({ passedAt, acknowledgement }: Alert): boolean =>
  passedAt === null && acknowledgement === null;

const alertBody = (
  { alert, subject, explanation }: ToldAlert,
  by: Actor,
): z.input<typeof AlertBody> => ({
  ...alert,
  ...subject,
  explanation,
  cases: figuresBehind[alert.evidence.kind].flatMap((figure) => {
    const link = casesLink(alert.period, linesOf(alert), by);
    return link === null ? [] : [{ figure, link: link.replace('{figure}', figure) }];
  }),
});

import type { Actor } from '../domain/actor.ts';
import { type Alert, type AlertSubject } from '../domain/alerts/alert.ts';
import { type AlertNames, explained, type Explanation } from '../domain/alerts/explain.ts';
import { DAYS_BEFORE } from '../domain/alerts/weeks.ts';
import type { AreaCode } from '../domain/area.ts';
import type { Instant, JurisdictionId } from '../domain/case.ts';
import type { DepartmentCode } from '../domain/department.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { isDepartmentRole } from '../domain/roles.ts';
import type { ServiceCode } from '../domain/service-catalog.ts';
import type { Named } from '../domain/status-names.ts';
import type { LocalDay, StatisticsContext } from '../domain/statistics.ts';
import { daysLater } from '../domain/statistics-period.ts';
import type { StatisticsAlerts } from '../ports/statistics-alerts.ts';
import type { Clock } from '../ports/system.ts';

/** An alert in words. */
export interface ToldAlert {
  readonly alert: Alert;
  readonly subject: Named;
  readonly explanation: { readonly vi: Explanation; readonly en: Explanation };
}

export interface AlertsQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  /** Alerts whose days begin on this one or later; eight weeks ago where it is left out. */
  readonly since?: LocalDay | undefined;
}

export interface Alerts {
  readonly asOf: Instant;
  readonly since: LocalDay;
  /** Latest first. */
  readonly alerts: readonly ToldAlert[];
}

export type ListAlerts = (question: AlertsQuestion) => Promise<Alerts>;

export interface ListAlertsPorts {
  readonly alerts: StatisticsAlerts;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/** What was raised; a department sees what is about itself. */
export const createListAlerts =
  ({ alerts, clock, jurisdiction, context }: ListAlertsPorts): ListAlerts =>
  async ({ jurisdictionId, by, ...question }) => {
    const asOf = clock.now().toISOString();
    const since = question.since ?? daysLater(context.localDay(asOf), -DAYS_BEFORE);
    const found = await alerts.since(jurisdictionId, since);
    const own = found.filter((alert) => maySee(by, alert));
    return { asOf, since, alerts: own.map((alert) => toldIn(jurisdiction, alert)) };
  };

export const maySee = ({ role, department }: Actor, { subject }: Alert): boolean =>
  !isDepartmentRole(role) || (subject.by === 'department' && subject.value === department);

export function toldIn(jurisdiction: Jurisdiction, alert: Alert): ToldAlert {
  const { evidence } = alert;
  const mostly = evidence.kind === 'burst' ? evidence.mostly : null;
  const names: AlertNames = {
    subject: nameIn(jurisdiction, alert.subject),
    mostly: mostly && nameIn(jurisdiction, mostly),
  };
  return { alert, subject: names.subject, explanation: explained(alert, names) };
}

const WHOLE: Named = { name: 'Toàn tỉnh', nameEn: 'The whole province' };

/** What left the catalogue since is called by its code. */
function nameIn(
  { departments, services, areas }: Jurisdiction,
  { by, value }: AlertSubject,
): Named {
  if (by === 'all' || value === null) return WHOLE;
  // A code that no look-up knows is shown as it is.
  const found = {
    department: () => departments.get(value as DepartmentCode),
    service: () => services.get(value as ServiceCode),
    commune: () => areas.get(value as AreaCode),
    ward: () => areas.get(value as AreaCode),
  }[by]();
  return { name: found?.name ?? value, nameEn: found?.nameEn ?? value };
}

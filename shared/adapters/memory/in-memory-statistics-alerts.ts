import type { Alert, AlertId } from '../../domain/alerts/alert.ts';
import type { Following } from '../../domain/alerts/follow.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import { err, ok } from '../../domain/result.ts';
import type { LocalDay } from '../../domain/statistics.ts';
import type { Acknowledging, StatisticsAlerts } from '../../ports/statistics-alerts.ts';
import type { InMemoryAuditLog } from './in-memory-audit-log.ts';

/** Alerts that last as long as the process. */
export class InMemoryStatisticsAlerts implements StatisticsAlerts {
  readonly #alerts = new Map<string, Alert>();
  readonly #weeks = new Map<JurisdictionId, LocalDay>();
  readonly #log: InMemoryAuditLog;

  constructor(log: InMemoryAuditLog) {
    this.#log = log;
  }

  since(jurisdictionId: JurisdictionId, day: LocalDay) {
    const found = [...this.#alerts]
      .filter(([key]) => key >= keyOf(jurisdictionId, day) && key < keyOf(jurisdictionId, '~'))
      .sort(([a], [b]) => (a < b ? 1 : -1));
    return Promise.resolve(structuredClone(found.map(([, alert]) => alert)));
  }

  find(jurisdictionId: JurisdictionId, alertId: AlertId) {
    return Promise.resolve(structuredClone(this.#alerts.get(keyOf(jurisdictionId, alertId))));
  }

  raise(jurisdictionId: JurisdictionId, alert: Alert) {
    const key = keyOf(jurisdictionId, alert.alertId);
    if (this.#alerts.has(key)) return Promise.resolve(false);
    this.#alerts.set(key, structuredClone(alert));
    return Promise.resolve(true);
  }

  follow(jurisdictionId: JurisdictionId, { alertId, ...seen }: Following) {
    const key = keyOf(jurisdictionId, alertId);
    const alert = this.#alerts.get(key);
    if (alert !== undefined) this.#alerts.set(key, structuredClone({ ...alert, ...seen }));
    return Promise.resolve();
  }

  acknowledge(
    jurisdictionId: JurisdictionId,
    { alertId, acknowledgement, audit }: Acknowledging,
  ): ReturnType<StatisticsAlerts['acknowledge']> {
    const key = keyOf(jurisdictionId, alertId);
    const alert = this.#alerts.get(key);
    if (alert === undefined) return Promise.resolve(err({ code: 'ALERT_NOT_FOUND' }));
    const before = alert.acknowledgement;
    if (before !== null) {
      return Promise.resolve(err({ code: 'ALERT_ACKNOWLEDGED', acknowledgement: before }));
    }
    const next = { ...alert, acknowledgement };
    this.#alerts.set(key, structuredClone(next));
    this.#log.add(jurisdictionId, audit);
    return Promise.resolve(ok(next));
  }

  watchedWeek(jurisdictionId: JurisdictionId) {
    return Promise.resolve(this.#weeks.get(jurisdictionId));
  }

  setWatchedWeek(jurisdictionId: JurisdictionId, monday: LocalDay) {
    this.#weeks.set(jurisdictionId, monday);
    return Promise.resolve();
  }
}

const keyOf = (jurisdictionId: JurisdictionId, alertId: string): string =>
  `${jurisdictionId}#${alertId}`;

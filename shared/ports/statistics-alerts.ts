import type { AuditEntry } from '../domain/audit.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Result } from '../domain/result.ts';
import type { LocalDay } from '../domain/statistics.ts';
import type { Acknowledgement, Alert, AlertId } from '../domain/alerts/alert.ts';
import type { Following } from '../domain/alerts/follow.ts';

export type AlertNotFound = { readonly code: 'ALERT_NOT_FOUND' };

/** Somebody was faster; the first acknowledgement stands. */
export interface AlertAcknowledged {
  readonly code: 'ALERT_ACKNOWLEDGED';
  readonly acknowledgement: Acknowledgement;
}

/** Acknowledges an alert in the words of the store. */
export interface Acknowledging {
  readonly alertId: AlertId;
  readonly acknowledgement: Acknowledgement;
  readonly audit: AuditEntry;
}

/** What was raised by looking at figures, once each. */
export interface StatisticsAlerts {
  /** Latest first, those whose days begin on this one or later. May lag behind a write by a moment. */
  since(jurisdictionId: JurisdictionId, day: LocalDay): Promise<readonly Alert[]>;
  /** Sees every change before it. */
  find(jurisdictionId: JurisdictionId, alertId: AlertId): Promise<Alert | undefined>;
  /** False when an alert of this id was raised before, of which nothing changes then. */
  raise(jurisdictionId: JurisdictionId, alert: Alert): Promise<boolean>;
  /** Changes what is seen of an alert; an acknowledgement stays as it is. */
  follow(jurisdictionId: JurisdictionId, following: Following): Promise<void>;
  /** Stores who sees to it together with its entry of the audit log; the first one stands. */
  acknowledge(
    jurisdictionId: JurisdictionId,
    acknowledging: Acknowledging,
  ): Promise<Result<Alert, AlertNotFound | AlertAcknowledged>>;
  /** Monday of the last week whose departments were looked at. Sees every change before it. */
  watchedWeek(jurisdictionId: JurisdictionId): Promise<LocalDay | undefined>;
  setWatchedWeek(jurisdictionId: JurisdictionId, monday: LocalDay): Promise<void>;
}

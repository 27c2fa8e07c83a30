import type { Actor } from '../domain/actor.ts';
import type { AlertId } from '../domain/alerts/alert.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type {
  AlertAcknowledged,
  AlertNotFound,
  StatisticsAlerts,
} from '../ports/statistics-alerts.ts';
import type { Clock } from '../ports/system.ts';
import { maySee, type ToldAlert, toldIn } from './list-alerts.ts';

export interface AcknowledgeInput {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly alertId: AlertId;
  /** What is done about it. */
  readonly note: string;
}

export type AcknowledgeAlert = (
  input: AcknowledgeInput,
) => Promise<Result<ToldAlert, AlertNotFound | AlertAcknowledged>>;

export interface AcknowledgeAlertPorts {
  readonly alerts: StatisticsAlerts;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/** Somebody sees to it. The first to say so stands; the same words of the same person once more change nothing. */
export const createAcknowledgeAlert =
  ({ alerts, clock, jurisdiction }: AcknowledgeAlertPorts): AcknowledgeAlert =>
  async ({ jurisdictionId, by, alertId, note }) => {
    const current = await alerts.find(jurisdictionId, alertId);
    // Of another department's alerts nobody learns that they are there.
    if (current === undefined || !maySee(by, current)) return err({ code: 'ALERT_NOT_FOUND' });
    const said = current.acknowledgement;
    if (said !== null && said.by.id === by.id && said.note === note) {
      return ok(toldIn(jurisdiction, current));
    }
    const at = clock.now().toISOString();
    const acknowledged = await alerts.acknowledge(jurisdictionId, {
      alertId,
      acknowledgement: { at, by, note },
      audit: { at, by, kind: 'alert', of: alertId, before: null, after: { note } },
    });
    return acknowledged.ok ? ok(toldIn(jurisdiction, acknowledged.value)) : acknowledged;
  };

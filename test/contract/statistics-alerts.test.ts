import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbAuditLog } from '../../shared/adapters/dynamodb/audit-log.ts';
import { DynamoDbStatisticsAlerts } from '../../shared/adapters/dynamodb/statistics-alerts.ts';
import { InMemoryAuditLog } from '../../shared/adapters/memory/in-memory-audit-log.ts';
import { InMemoryStatisticsAlerts } from '../../shared/adapters/memory/in-memory-statistics-alerts.ts';
import { type Alert, alertIdOf, type Finding } from '../../shared/domain/alerts/alert.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import type { AuditLog } from '../../shared/ports/audit-log.ts';
import type { StatisticsAlerts } from '../../shared/ports/statistics-alerts.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const RAISED_AT = '2026-11-30T02:15:00.000Z';
const LATER = '2026-11-30T02:30:00.000Z';

function anAlert(day: string, value = 'flooding'): Alert {
  const finding: Finding = {
    subject: { by: 'service', value },
    period: { from: day, to: day },
    evidence: {
      kind: 'burst',
      ...{ received: 12, usual: 0.5, days: 56, bound: 7, chance: 1e-9 },
      mostly: { by: 'ward', value: '25966-2025', received: 11 },
    },
  };
  const seen = { raisedAt: RAISED_AT, asOf: RAISED_AT, passedAt: null, acknowledgement: null };
  return { ...finding, alertId: alertIdOf(finding), ...seen };
}

const quang: Actor = { id: 'quang', role: 'manager', department: null };
const acknowledging = ({ alertId }: Alert, note: string, by = quang) => ({
  alertId,
  acknowledgement: { at: LATER, by, note },
  audit: { at: LATER, by, kind: 'alert' as const, of: alertId, before: null, after: { note } },
});

interface Opened {
  readonly alerts: StatisticsAlerts;
  readonly log: AuditLog;
}

/** Jurisdictions differ from test to test, so that one store serves all. */
function alertsContract(name: string, open: () => Opened): void {
  let jurisdictions = 0;
  const setup = () => {
    jurisdictions += 1;
    return { ...open(), here: JurisdictionId.parse(`alerts-${jurisdictions}`) };
  };

  describe(`alerts ${name}`, () => {
    it('are none until one is raised', async () => {
      const { alerts, here } = setup();
      expect(await alerts.since(here, '2019-01-01')).toEqual([]);
      expect(await alerts.find(here, anAlert('2026-11-30').alertId)).toBeUndefined();
    });

    it('are raised once, whoever comes second', async () => {
      const { alerts, here } = setup();
      const alert = anAlert('2026-11-30');
      const raised = await Promise.all([alerts.raise(here, alert), alerts.raise(here, alert)]);
      expect(raised.toSorted()).toEqual([false, true]);
      expect(await alerts.raise(here, { ...alert, raisedAt: LATER })).toBe(false);
      expect(await alerts.find(here, alert.alertId)).toEqual(alert);
    });

    it('are listed from a day on, latest first, of this jurisdiction only', async () => {
      const { alerts, here } = setup();
      const [older, old, recent, other] = [
        anAlert('2026-09-01'),
        anAlert('2026-11-29'),
        anAlert('2026-11-30'),
        anAlert('2026-11-30', 'tree'),
      ];
      for (const alert of [recent, older, other, old]) await alerts.raise(here, alert);
      await alerts.raise(JurisdictionId.parse(`${here}0`), anAlert('2026-11-30', 'noise'));
      await alerts.setWatchedWeek(here, '2026-11-23');
      expect(await alerts.since(here, '2026-11-29')).toEqual([other, recent, old]);
      expect(await alerts.since(here, '2019-01-01')).toHaveLength(4);
    });

    it('are followed without a word about who sees to them', async () => {
      const { alerts, here } = setup();
      const alert = anAlert('2026-11-30');
      await alerts.raise(here, alert);
      await alerts.acknowledge(here, acknowledging(alert, 'Đã gọi.'));
      const evidence = { ...alert.evidence, received: 40 } as Alert['evidence'];
      const { alertId } = alert;
      await alerts.follow(here, { alertId, evidence, asOf: LATER, passedAt: LATER });
      expect(await alerts.find(here, alertId)).toEqual({
        ...alert,
        ...{ evidence, asOf: LATER, passedAt: LATER },
        acknowledgement: { at: LATER, by: quang, note: 'Đã gọi.' },
      });
      await alerts.follow(here, { alertId, evidence, asOf: LATER, passedAt: null });
      expect(await alerts.find(here, alertId)).toMatchObject({ passedAt: null });
    });

    it('that were never raised are not made by following them', async () => {
      const { alerts, here } = setup();
      const { alertId, evidence } = anAlert('2026-11-30');
      await alerts.follow(here, { alertId, evidence, asOf: LATER, passedAt: null });
      expect(await alerts.find(here, alertId)).toBeUndefined();
    });

    it('are acknowledged by the first who does, in the audit log too', async () => {
      const { alerts, log, here } = setup();
      const alert = anAlert('2026-11-30');
      await alerts.raise(here, alert);
      const first = await alerts.acknowledge(here, acknowledging(alert, 'Đã gọi.'));
      expect(first).toMatchObject({ ok: true, value: { acknowledgement: { note: 'Đã gọi.' } } });
      const minh: Actor = { id: 'minh', role: 'supervisor', department: null };
      const second = await alerts.acknowledge(here, acknowledging(alert, 'Tôi gọi.', minh));
      expect(second).toEqual({
        ok: false,
        error: {
          code: 'ALERT_ACKNOWLEDGED',
          acknowledgement: { at: LATER, by: quang, note: 'Đã gọi.' },
        },
      });
      const entries = await log.list({ jurisdictionId: here, kind: 'alert', limit: 10 });
      expect(entries.map(({ entry }) => [entry.of, entry.by.id])).toEqual([
        [alert.alertId, 'quang'],
      ]);
    });

    it('that are not there are not acknowledged', async () => {
      const { alerts, log, here } = setup();
      const missing = await alerts.acknowledge(here, acknowledging(anAlert('2026-11-30'), '?'));
      expect(missing).toEqual({ ok: false, error: { code: 'ALERT_NOT_FOUND' } });
      expect(await log.list({ jurisdictionId: here, kind: 'alert', limit: 10 })).toEqual([]);
    });

    it('remember the week whose departments were looked at', async () => {
      const { alerts, here } = setup();
      expect(await alerts.watchedWeek(here)).toBeUndefined();
      await alerts.setWatchedWeek(here, '2026-11-16');
      await alerts.setWatchedWeek(here, '2026-11-23');
      expect(await alerts.watchedWeek(here)).toBe('2026-11-23');
    });
  });
}

const log = new InMemoryAuditLog();
const inMemory = { log, alerts: new InMemoryStatisticsAlerts(log) };
alertsContract('in memory', () => inMemory);
alertsContract('in DynamoDB', () => {
  const { client, tableNames } = dynoxide;
  return {
    log: new DynamoDbAuditLog(client, tableNames.directory),
    alerts: new DynamoDbStatisticsAlerts(client, tableNames.directory),
  };
});

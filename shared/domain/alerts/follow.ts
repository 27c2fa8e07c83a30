import type { Instant } from '../case.ts';
import { type Alert, AlertEvidence, type AlertId, alertIdOf, type Finding } from './alert.ts';

/** What one look at the figures says. */
export interface Look {
  readonly at: Instant;
  readonly found: readonly Finding[];
  /** Whether the departments' weeks were looked at as well, which is once a week. */
  readonly atWeeks: boolean;
}

/** What changes about an alert that was raised before. */
export interface Following {
  readonly alertId: AlertId;
  readonly evidence: AlertEvidence;
  readonly asOf: Instant;
  readonly passedAt: Instant | null;
}

export interface Step {
  readonly raise: readonly Alert[];
  readonly follow: readonly Following[];
}

/**
 * What is raised for the first time, and what there is to say of those raised before: new numbers while they hold, and that
 * they have passed. The same look once more changes nothing.
 */
export function followed(stored: readonly Alert[], look: Look): Step {
  const known = new Map(stored.map((alert) => [alert.alertId, alert]));
  const found = new Map(look.found.map((finding) => [alertIdOf(finding), finding]));
  return {
    raise: [...found].flatMap(([alertId, finding]) =>
      known.has(alertId) ? [] : [raisedAt(look.at, alertId, finding)],
    ),
    follow: stored.flatMap((alert) => {
      const finding = found.get(alert.alertId);
      const next = finding === undefined ? passing(alert, look) : holding(alert, finding, look);
      return next === undefined ? [] : [next];
    }),
  };
}

const raisedAt = (at: Instant, alertId: AlertId, finding: Finding): Alert => ({
  ...finding,
  alertId,
  raisedAt: at,
  asOf: at,
  passedAt: null,
  acknowledgement: null,
});

function holding(alert: Alert, { evidence }: Finding, { at }: Look): Following | undefined {
  const { alertId, passedAt } = alert;
  if (passedAt === null && isSame(alert.evidence, evidence)) return undefined;
  return { alertId, evidence, asOf: at, passedAt: null };
}

function passing({ alertId, evidence, asOf, ...alert }: Alert, look: Look): Following | undefined {
  const isLookedAt = isOfWeeks(evidence) ? look.atWeeks : true;
  if (alert.passedAt !== null || !isLookedAt) return undefined;
  return { alertId, evidence, asOf, passedAt: look.at };
}

const isOfWeeks = ({ kind }: AlertEvidence): boolean =>
  kind === 'satisfaction-drop' || kind === 'on-time-drop';

/** Both were parsed by one schema, so their fields stand in one order. */
const isSame = (a: AlertEvidence, b: AlertEvidence): boolean =>
  JSON.stringify(AlertEvidence.parse(a)) === JSON.stringify(AlertEvidence.parse(b));

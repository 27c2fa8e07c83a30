import { type ClockState, spentOrLeft } from '../domain/clock-readings.ts';
import { localTimeIn } from '../domain/local-time.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { supportingTarget } from '../domain/sla.ts';
import type { TargetUnit } from '../domain/sla-target.ts';
import type { WorklistOwner, WorklistRow } from '../ports/worklists.ts';

/** A row with what its owner's clock says now. */
export interface TimedRow extends WorklistRow {
  readonly dueAtLocal: string;
  /** Null when no clock runs: the case is answered. */
  readonly state: Extract<ClockState, 'on_track' | 'at_risk' | 'missed' | 'paused'> | null;
  /** Ms until the deadline in the clock's own time, below 0 once it has passed; null when no clock runs. */
  readonly leftMs: number | null;
}

/** Reads the clock of each row, without opening a case. */
export function timedRows<Row extends WorklistRow>(
  rows: readonly Row[],
  ownerOf: (row: Row) => WorklistOwner,
  { now, jurisdiction }: { readonly now: Date; readonly jurisdiction: Jurisdiction },
): readonly (Row & TimedRow)[] {
  const local = localTimeIn(jurisdiction.calendarData);
  const calendarOf = (owner: WorklistOwner) =>
    jurisdiction.calendar(owner === 'desk' ? undefined : owner);
  return rows.map((row) => ({
    ...row,
    dueAtLocal: local(new Date(row.dueAt)),
    state: stateOf(row, now),
    leftMs:
      row.status === 'answered'
        ? null
        : spentOrLeft(calendarOf(ownerOf(row)), unitOf(row, jurisdiction), {
            from: now,
            until: new Date(row.dueAt),
          }),
  }));
}

function stateOf({ status, dueAt, atRiskAt }: WorklistRow, now: Date): TimedRow['state'] {
  const at = now.toISOString();
  if (status === 'answered') return null;
  if (status === 'awaiting_citizen') return 'paused';
  if (at > dueAt) return 'missed';
  return atRiskAt !== null && at >= atRiskAt ? 'at_risk' : 'on_track';
}

/** Hand-off runs round the clock; the rest as the service says. */
function unitOf(
  { status, serviceCode, as }: WorklistRow,
  { services, sla }: Jurisdiction,
): TargetUnit {
  const service = serviceCode === null ? undefined : services.get(serviceCode);
  if (status === 'received' || service === undefined) return 'hours';
  return as === 'lead' ? service.target.unit : supportingTarget(service, sla).unit;
}

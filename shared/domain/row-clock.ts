import type { Case } from './case.ts';
import type { CaseClock } from './case-clocks.ts';
import {
  type ClockReading,
  runningState,
  type RunningState,
  timesOf,
  whyOf,
} from './clock-readings.ts';
import type { DepartmentCode } from './department.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
import { type Pause, supportingTarget } from './sla.ts';
import type { TargetUnit } from './sla-target.ts';

const MINUTE_MS = 60_000;

/** What a row of a list knows of the clock by which it is listed. */
export interface ClockedRow extends Pick<
  Case,
  'status' | 'serviceCode' | 'clockStartedAt' | 'waiting'
> {
  readonly dueAt: string;
  readonly atRiskAt: string | null;
  readonly as: 'lead' | 'supporting';
}

/** Where the clock of a row stands, as the case itself would say it. */
export interface RowClock {
  readonly state: RunningState;
  /** Null where the calendar does not reach. */
  readonly times: Pick<ClockReading, 'unit' | 'usedMs' | 'leftMs' | 'pausedMs' | 'why'> | null;
}

export interface RowQuestion {
  readonly row: ClockedRow;
  /** Whose list it stands in; null at the desk, where the hand-off runs. */
  readonly owner: DepartmentCode | null;
  readonly at: Date;
}

/** Null when no clock runs: the answer is given. */
export function rowClock(asked: RowQuestion, jurisdiction: Jurisdiction): RowClock | null {
  const { at } = asked;
  const state = rowState(asked);
  if (state === null) return null;
  const clock = clockOf(asked, jurisdiction);
  const waits = waitOf(asked);
  const question = { clock, atRiskAt: null, stoppedAt: null, until: waits?.from ?? at, waits, at };
  const times = timesOf(question, jurisdiction);
  if (times === undefined) return { state, times: null };
  const counted = { ...times, unit: clock.unit };
  return { state, times: { ...counted, why: whyOf(state, counted) } };
}

/** Only whether the clock of a row runs, and how it stands: no calendar is needed for it. */
export function rowState({ row, at }: Omit<RowQuestion, 'owner'>): RunningState | null {
  if (row.status === 'answered' || row.status === 'closed') return null;
  return runningState({
    clock: { dueAt: new Date(row.dueAt) },
    atRiskAt: row.atRiskAt === null ? null : new Date(row.atRiskAt),
    waits: waitOf({ row, at }),
    at,
  });
}

function waitOf({ row, at }: Omit<RowQuestion, 'owner'>): Pause | null {
  const since = row.waiting.find(({ until }) => until === null)?.from;
  return since === undefined ? null : { from: new Date(since), until: at };
}

function clockOf({ row, owner }: RowQuestion, jurisdiction: Jurisdiction): CaseClock {
  const dueAt = new Date(row.dueAt);
  if (owner === null) {
    const startAt = new Date(dueAt.getTime() - jurisdiction.sla.handOffMinutes * MINUTE_MS);
    return { kind: 'hand_off', department: owner, startAt, dueAt, unit: 'hours', pauses: [] };
  }
  const pauses = row.waiting.flatMap(({ from, until }) =>
    until === null ? [] : [{ from: new Date(from), until: new Date(until) }],
  );
  const kind = row.as === 'lead' ? 'answer' : 'part';
  const startAt = new Date(row.clockStartedAt);
  return { kind, department: owner, startAt, dueAt, unit: unitOf(row, jurisdiction), pauses };
}

function unitOf({ serviceCode, as }: ClockedRow, { services, sla }: Jurisdiction): TargetUnit {
  const service = serviceCode === null ? undefined : services.get(serviceCode);
  if (service === undefined) return 'hours';
  return as === 'lead' ? service.target.unit : supportingTarget(service, sla).unit;
}

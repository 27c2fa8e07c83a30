import { type Case, type Instant, type Part, releasedIfOpen, type WaitingTime } from '../case.ts';
import type { DepartmentCode } from '../department.ts';
import type { Jurisdiction } from '../jurisdiction-lookups.ts';
import { ok, type Result } from '../result.ts';
import type { Service } from '../service-catalog.ts';
import { dueAt, dueAtAfterPause, supportingTarget } from '../sla.ts';
import type { Target } from '../sla-target.ts';
import type { CalendarNotCovered } from '../working-time.ts';

export const instant = (at: Date): Instant => at.toISOString();

/** The clock of a case: where it started and when it stood still. */
export type Clock = Pick<Case, 'clockStartedAt' | 'waiting'>;

interface DeadlineQuestion {
  readonly clock: Clock;
  readonly target: Target;
  /** In whose working time it is counted. */
  readonly department: DepartmentCode | null;
}

/** A deadline counted from the origin of the clock, moved by every wait since: a return gives no new time. */
export function deadline(
  { clock: { clockStartedAt, waiting }, target, department }: DeadlineQuestion,
  jurisdiction: Jurisdiction,
): Result<Instant, CalendarNotCovered> {
  const calendar = jurisdiction.calendar(department ?? undefined);
  let due = dueAt(calendar, new Date(clockStartedAt), target);
  for (const pause of pausesSince(clockStartedAt, waiting)) {
    if (!due.ok) return due;
    due = dueAtAfterPause(calendar, { dueAt: due.value, unit: target.unit }, pause);
  }
  return due.ok ? ok(instant(due.value)) : due;
}

const pausesSince = (from: Instant, waiting: readonly WaitingTime[]) =>
  waiting.flatMap((time) =>
    time.until === null || time.from < from
      ? []
      : [{ from: new Date(time.from), until: new Date(time.until) }],
  );

export interface PartsQuestion {
  readonly clock: Clock;
  readonly service: Service;
  /** Those asked for a part now. */
  readonly departments: readonly DepartmentCode[];
  readonly assignedAt: Instant;
  /** Parts that exist already. What was given since the clock started stays given; what was owed stays owed since then. */
  readonly existing: readonly Part[];
}

/**
 * The supporting departments' parts, each with its own deadline, in the order of their codes: the order in which
 * they are stored. An open part that is not asked for any more is released, never dropped.
 */
export function partsFor(
  { clock, service, departments, assignedAt, existing }: PartsQuestion,
  jurisdiction: Jurisdiction,
): Result<Part[], CalendarNotCovered> {
  const target = supportingTarget(service, jurisdiction.sla);
  const asked: Part[] = [];
  for (const department of departments) {
    const due = deadline({ clock, target, department }, jurisdiction);
    if (!due.ok) return due;
    const part = existing.find((one) => one.department === department);
    asked.push(askedPart(part, clock, { department, dueAt: due.value, assignedAt }));
  }
  const others = existing.filter(({ department }) => !departments.includes(department));
  return ok([...asked, ...others.map(releasedIfOpen)].sort(byDepartment));
}

function askedPart(
  before: Part | undefined,
  clock: Clock,
  asked: Pick<Part, 'department' | 'dueAt' | 'assignedAt'>,
): Part {
  if (before?.status === 'open') return { ...before, dueAt: asked.dueAt };
  if (before?.status === 'answered' && isGivenSince(clock, before)) return before;
  return { ...asked, status: 'open', answeredAt: null };
}

const isGivenSince = ({ clockStartedAt }: Clock, { answeredAt }: Part): boolean =>
  answeredAt !== null && answeredAt >= clockStartedAt;

const byDepartment = (a: Part, b: Part): number => (a.department < b.department ? -1 : 1);

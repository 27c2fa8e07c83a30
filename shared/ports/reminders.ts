import type { Case, ClockKind, Instant, JurisdictionId } from '../domain/case.ts';
import type { DepartmentCode } from '../domain/department.ts';
import type { Recipient } from '../domain/ladder.ts';
import type { REMINDER_KINDS } from '../domain/reminder-audience.ts';

/** Whose reminders: those at the desk and above it by their role, all others by their department. */
export type Audience = 'agent' | 'supervisor' | 'province_office' | DepartmentCode;

/** Somebody is told that time has passed: what an alarm says, and enough to know the case by. */
export interface Reminder extends Pick<
  Case,
  'caseId' | 'trackingCode' | 'priority' | 'serviceCode' | 'areaCode' | 'summary'
> {
  readonly clock: ClockKind;
  readonly kind: (typeof REMINDER_KINDS)[number];
  readonly level: number;
  readonly tell: Recipient;
  readonly dueAt: Instant;
  /** From when it is shown. */
  readonly tellAt: Instant;
}

export interface RemindersQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly audience: Audience;
  /** What is to be told later is not shown yet. */
  readonly until: Instant;
  readonly limit: number;
  /** Where the page before ended: the place of its last row. */
  readonly after?: string | undefined;
}

export interface PlacedReminder {
  readonly reminder: Reminder;
  /** Sorts it among all reminders. */
  readonly place: string;
}

/** Reminders of an audience, latest first: they are the alarms of the cases. May lag behind a write by a moment. */
export interface Reminders {
  list(question: RemindersQuestion): Promise<readonly PlacedReminder[]>;
}

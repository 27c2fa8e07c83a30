import type { AuditEntry } from '../domain/audit.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { DeadlineMoving } from '../domain/deadline-moving.ts';
import type { NumberedCalendar, Publication } from '../domain/published-calendar.ts';
import type { Result } from '../domain/result.ts';

export interface CalendarVersionConflict {
  readonly code: 'CALENDAR_VERSION_CONFLICT';
  readonly currentNumber: number;
}

/** A calendar, the fact that made it, what the audit says of it, and the work that was asked for with it: stored together or not at all. */
export interface CalendarPublishing {
  readonly publication: Publication;
  /** The whole calendar that results. */
  readonly calendar: NumberedCalendar['calendar'];
  /** Takes the place of moving that is not finished. */
  readonly moving: DeadlineMoving | undefined;
  readonly audit: AuditEntry;
}

/** The calendars that a jurisdiction has published, in their order. Before the first the bundled one holds (number 0). */
export interface CalendarStore {
  /** Number of the calendar that holds now; 0 while none was published. Cheap, and may lag behind by a moment. */
  currentNumber(jurisdictionId: JurisdictionId): Promise<number>;
  /** The calendar that holds now; undefined while none was published. Sees every publication that was acknowledged. */
  current(jurisdictionId: JurisdictionId): Promise<NumberedCalendar | undefined>;
  /** One calendar as it was published; undefined for a number that was not. Sees what `currentNumber` has told of. */
  find(jurisdictionId: JurisdictionId, number: number): Promise<NumberedCalendar | undefined>;
  publication(jurisdictionId: JurisdictionId, number: number): Promise<Publication | undefined>;
  /** Newest first. */
  history(jurisdictionId: JurisdictionId): Promise<readonly Publication[]>;
  /** Publishes only on the calendar that it was decided on: the one before it in number. */
  publish(
    jurisdictionId: JurisdictionId,
    publishing: CalendarPublishing,
  ): Promise<Result<null, CalendarVersionConflict>>;
}

export interface MovingConflict {
  readonly code: 'MOVING_CONFLICT';
}

/** The latest moving of deadlines and how far it has come. */
export interface DeadlineMovings {
  find(jurisdictionId: JurisdictionId): Promise<DeadlineMoving | undefined>;
  /** Stores a step only after the one before it (`revision`), and only while no other moving has taken its place. */
  save(
    jurisdictionId: JurisdictionId,
    moving: DeadlineMoving,
  ): Promise<Result<null, MovingConflict>>;
}

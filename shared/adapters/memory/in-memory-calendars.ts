import type { JurisdictionId } from '../../domain/case.ts';
import type { DeadlineMoving } from '../../domain/deadline-moving.ts';
import {
  BUILT_IN_NUMBER,
  type NumberedCalendar,
  type Publication,
} from '../../domain/published-calendar.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type {
  CalendarPublishing,
  CalendarStore,
  CalendarVersionConflict,
  DeadlineMovings,
  MovingConflict,
} from '../../ports/calendar-store.ts';
import { InMemoryAuditLog } from './in-memory-audit-log.ts';

/** Calendars that last as long as the process. */
export class InMemoryCalendars implements CalendarStore {
  readonly #published = new Map<string, CalendarPublishing[]>();
  readonly #movings: InMemoryDeadlineMovings;
  readonly #log: InMemoryAuditLog;

  constructor(movings: InMemoryDeadlineMovings, log = new InMemoryAuditLog()) {
    this.#movings = movings;
    this.#log = log;
  }

  currentNumber(jurisdictionId: JurisdictionId): Promise<number> {
    return Promise.resolve(this.#numberOf(jurisdictionId));
  }

  current(jurisdictionId: JurisdictionId): Promise<NumberedCalendar | undefined> {
    return this.find(jurisdictionId, this.#numberOf(jurisdictionId));
  }

  find(jurisdictionId: JurisdictionId, number: number): Promise<NumberedCalendar | undefined> {
    const found = this.#at(jurisdictionId, number);
    return Promise.resolve(found && structuredClone({ number, calendar: found.calendar }));
  }

  publication(jurisdictionId: JurisdictionId, number: number): Promise<Publication | undefined> {
    return Promise.resolve(structuredClone(this.#at(jurisdictionId, number)?.publication));
  }

  history(jurisdictionId: JurisdictionId): Promise<readonly Publication[]> {
    const publications = this.#of(jurisdictionId).map(({ publication }) => publication);
    return Promise.resolve(structuredClone(publications).reverse());
  }

  publish(
    jurisdictionId: JurisdictionId,
    publishing: CalendarPublishing,
  ): Promise<Result<null, CalendarVersionConflict>> {
    const currentNumber = this.#numberOf(jurisdictionId);
    if (publishing.publication.number !== currentNumber + 1) {
      return Promise.resolve(err({ code: 'CALENDAR_VERSION_CONFLICT', currentNumber }));
    }
    const { moving } = publishing;
    this.#log.add(jurisdictionId, publishing.audit);
    this.#published.set(jurisdictionId, [...this.#of(jurisdictionId), structuredClone(publishing)]);
    if (moving !== undefined) this.#movings.put(jurisdictionId, moving);
    return Promise.resolve(ok(null));
  }

  #numberOf(jurisdictionId: JurisdictionId): number {
    return this.#of(jurisdictionId).at(-1)?.publication.number ?? BUILT_IN_NUMBER;
  }

  #of(jurisdictionId: JurisdictionId): readonly CalendarPublishing[] {
    return this.#published.get(jurisdictionId) ?? [];
  }

  #at(jurisdictionId: JurisdictionId, number: number): CalendarPublishing | undefined {
    return this.#of(jurisdictionId).find(({ publication }) => publication.number === number);
  }
}

export class InMemoryDeadlineMovings implements DeadlineMovings {
  readonly #movings = new Map<JurisdictionId, DeadlineMoving>();

  find(jurisdictionId: JurisdictionId): Promise<DeadlineMoving | undefined> {
    return Promise.resolve(structuredClone(this.#movings.get(jurisdictionId)));
  }

  save(
    jurisdictionId: JurisdictionId,
    moving: DeadlineMoving,
  ): Promise<Result<null, MovingConflict>> {
    const before = this.#movings.get(jurisdictionId);
    if (before?.number !== moving.number || before.revision !== moving.revision - 1) {
      return Promise.resolve(err({ code: 'MOVING_CONFLICT' }));
    }
    this.put(jurisdictionId, moving);
    return Promise.resolve(ok(null));
  }

  /** What a publication brings with it. */
  put(jurisdictionId: JurisdictionId, moving: DeadlineMoving): void {
    this.#movings.set(jurisdictionId, structuredClone(moving));
  }
}

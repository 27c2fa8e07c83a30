import { missingYear, uncertainDays } from '../domain/calendar-coverage.ts';
import type { CalendarVersion } from '../domain/calendar-version.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { Clock } from '../ports/system.ts';

export interface CalendarCheck {
  readonly calendarVersion: CalendarVersion;
  /** The first year that has to be there by now and is not. */
  readonly missing: number | null;
  /** Days off to come of which it is not sure yet that they are right. */
  readonly uncertain: number;
}

export type CheckCalendar = () => Promise<CalendarCheck>;

/** Whether the calendar reaches as far as deadlines soon will. */
export const createCheckCalendar =
  ({ jurisdiction, clock }: { jurisdiction: Jurisdiction; clock: Clock }): CheckCalendar =>
  () => {
    const { calendarData, calendarVersion } = jurisdiction;
    const now = clock.now();
    return Promise.resolve({
      calendarVersion,
      missing: missingYear(calendarData, now) ?? null,
      uncertain: uncertainDays(calendarData, now.toISOString().slice(0, 10)).length,
    });
  };

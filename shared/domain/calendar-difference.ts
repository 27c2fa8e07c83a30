import type { BusinessCalendar } from './business-calendar.ts';
import { DepartmentCode } from './department.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';

type Calendars = Pick<Jurisdiction, 'calendar' | 'calendarData'>;

/**
 * Epoch ms from which two calendars of a jurisdiction may count differently for anybody; Infinity when they never do. A
 * deadline that lies before is the same by both, since time is counted forwards to it.
 */
export function firstDifference(one: Calendars, other: Calendars): number {
  const codes = [one, other].flatMap(({ calendarData }) =>
    Object.keys(calendarData.departments ?? {}),
  );
  const departments = [...new Set(codes)].map((code) => DepartmentCode.parse(code));
  return Math.min(
    ...[undefined, ...departments].map((department) =>
      firstDifferenceOf(one.calendar(department), other.calendar(department)),
    ),
  );
}

function firstDifferenceOf(one: BusinessCalendar, other: BusinessCalendar): number {
  if (one.coversFrom !== other.coversFrom) return Math.min(one.coversFrom, other.coversFrom);
  const stretches = Math.max(one.opens.length, other.opens.length);
  for (let index = 0; index < stretches; index += 1) {
    for (const edge of ['opens', 'closes'] as const) {
      const [here = Infinity, there = Infinity] = [one[edge][index], other[edge][index]];
      if (here !== there) return Math.min(here, there);
    }
  }
  return Infinity;
}

import type { Case } from '../../shared/domain/case.ts';
import type { CrossDimension, CrossView } from '../../shared/domain/statistics-cross.ts';
import { naiveRoutingValue } from './naive-routing.ts';
import { dayOf, type Days, naiveFigures, naiveValue } from './naive-statistics.ts';

type Line = string | null;

/** The cases of a cohort, each with the day on which it is in it. */
export function cohort(cases: readonly Case[], view: CrossView, { from, to }: Days) {
  return cases.flatMap((c) => {
    const at = view === 'received' ? c.receivedAt : c.forwardedAt;
    const day = at === null ? '' : dayOf(at);
    return day >= from && day <= to ? [{ case: c, day }] : [];
  });
}
export type OfCohort = ReturnType<typeof cohort>[number];

const values = { ...naiveValue, ...naiveRoutingValue };

/** The lines in which a case stands, by going through what it says. */
export function naiveLines({ case: c, day }: OfCohort, by: CrossDimension): readonly Line[] {
  if (by === 'day') return [day];
  if (by === 'week') return [mondayBefore(day)];
  if (by === 'month') return [day.slice(0, 7)];
  if (by === 'quarter') {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
    return [`${day.slice(0, 4)}-Q${Math.floor(months.indexOf(day.slice(5, 7)) / 3) + 1}`];
  }
  if (by !== 'supporting') return [values[by](c)];
  return c.parts.length === 0 ? [null] : c.parts.map(({ department }) => department);
}

const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });

function mondayBefore(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  while (weekday.format(date) !== 'Mon') date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

const OF_RECEIVED = [
  ...['received', 'receivedAnswered', 'rejected', 'duplicate', 'withdrawn', 'citizenSilent'],
  'incidents',
];

/** What the figures of a view are for some of its cases; nothing of the other cohort is counted. */
export function naiveOfView(some: readonly OfCohort[], view: CrossView, days: Days) {
  const figures = naiveFigures(
    some.map((one) => one.case),
    days,
  );
  return Object.fromEntries(
    Object.entries(figures).map(([name, count]) => [
      name,
      OF_RECEIVED.includes(name) === (view === 'received') ? count : 0,
    ]),
  );
}

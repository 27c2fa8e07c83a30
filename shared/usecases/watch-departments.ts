import type { Finding } from '../domain/alerts/alert.ts';
import type { Ratio } from '../domain/alerts/chances.ts';
import { type DepartmentWeeks, dropsOf } from '../domain/alerts/drops.ts';
import { lastWeek, weeksBefore } from '../domain/alerts/weeks.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { satisfactionOf } from '../domain/satisfaction.ts';
import type { LocalDay } from '../domain/statistics.ts';
import { deadlineFiguresOf } from '../domain/statistics-deadlines.ts';
import { sumCounts } from '../domain/statistics-figures.ts';
import type { Period } from '../domain/statistics-period.ts';
import type { DaySum, SeriesReader } from '../ports/statistics.ts';
import { addedUp } from './read-routed-sums.ts';

export interface DepartmentPorts {
  readonly series: SeriesReader;
  readonly jurisdiction: Pick<Jurisdiction, 'departments' | 'sla'>;
}

interface Asked {
  readonly jurisdictionId: JurisdictionId;
  readonly today: LocalDay;
}

/** Nearly every service answers within five working days. */
const ANSWERING_DAYS = 7;

/**
 * Departments whose week fell below their own eight before. On time: the last week, since a deadline that has passed is
 * decided. Satisfactory of forwarded: the last week of which cases have had the time to be answered and judged; a younger one
 * would be below any older, for no fault of anybody's.
 */
export async function watchDepartments(
  { jurisdictionId, today }: Asked,
  { series, jurisdiction }: DepartmentPorts,
): Promise<readonly Finding[]> {
  const due = lastWeek(today);
  const settled = lastWeek(today, ANSWERING_DAYS + jurisdiction.sla.judgingWindowDays);
  const from = weeksBefore(settled)[0]?.from ?? settled.from;
  const sums = await series.daySums({
    jurisdictionId,
    dimensions: ['department'],
    period: { from, to: due.to },
  });
  const byDepartment = Map.groupBy(sums, ({ value }) => value);
  return dropsOf(
    [...jurisdiction.departments.keys()].flatMap((department) => {
      const own = byDepartment.get(department) ?? [];
      return [
        weeksOf(own, { kind: 'satisfaction-drop', department, period: settled }),
        weeksOf(own, { kind: 'on-time-drop', department, period: due }),
      ];
    }),
  );
}

function weeksOf(
  own: readonly DaySum[],
  tested: Pick<DepartmentWeeks, 'kind' | 'department' | 'period'>,
): DepartmentWeeks {
  const ratio = ratios[tested.kind];
  const within = ({ from, to }: Period): Ratio =>
    ratio(own.filter(({ day }) => day >= from && day <= to));
  return {
    ...tested,
    week: within(tested.period),
    before: weeksBefore(tested.period).map(within),
  };
}

const ratios: Readonly<Record<DepartmentWeeks['kind'], (own: readonly DaySum[]) => Ratio>> = {
  'satisfaction-drop': (own) =>
    satisfactionOf(sumCounts(own.map(({ counts }) => counts))).ofForwarded,
  // Every day of these weeks has passed: what is open is overdue.
  'on-time-drop': (own) => deadlineFiguresOf({ past: addedUp(own), coming: {} }).onTimeRate,
};

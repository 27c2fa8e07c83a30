import type { Jurisdiction } from './jurisdiction-lookups.ts';
import type { StatisticsContext } from './statistics.ts';
import { localDayIn } from './statistics-period.ts';
import { workingTimeBetween } from './working-time.ts';

/** What counting needs of a jurisdiction. Make it once a process. */
export const statisticsContext = ({
  calendar,
  calendarData,
}: Pick<Jurisdiction, 'calendar' | 'calendarData'>): StatisticsContext => ({
  localDay: localDayIn(calendarData),
  workingMs: ({ from, until, department }) => {
    const hours = calendar(department ?? undefined);
    const worked = workingTimeBetween(hours, new Date(from), new Date(until));
    return worked.ok ? worked.value : undefined;
  },
  calendarVersion: () => calendar().version,
});

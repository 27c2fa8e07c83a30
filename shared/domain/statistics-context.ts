import type { Jurisdiction } from './jurisdiction-lookups.ts';
import type { StatisticsContext } from './statistics.ts';
import { localDayIn } from './statistics-period.ts';

/** What counting needs of a jurisdiction. Make it once a process. */
export const statisticsContext = ({
  areas,
  calendarData,
}: Pick<Jurisdiction, 'areas' | 'calendarData'>): StatisticsContext => ({
  localDay: localDayIn(calendarData),
  districtOf: (area) => areas.get(area)?.districtCode,
});

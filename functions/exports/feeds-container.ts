import type { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import type { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createReadDeadlines } from '../../shared/usecases/read-deadlines.ts';
import { createReadHeadline } from '../../shared/usecases/read-headline.ts';
import { createReadIndicators } from '../../shared/usecases/read-indicators.ts';
import { createReadNationalWeek } from '../../shared/usecases/read-national-week.ts';
import { createReadReturns } from '../../shared/usecases/read-returns.ts';
import { createReadRouting } from '../../shared/usecases/read-routing.ts';
import { createReadTimes } from '../../shared/usecases/read-times.ts';
import type { datedJurisdiction } from '../jurisdiction-container.ts';

interface Readers {
  readonly statistics: DynamoDbStatisticsReader;
  readonly staff: DynamoDbStaffRegister;
}

/** Figures for other systems, out of the same readings as those for managers. */
export function feeds(dated: ReturnType<typeof datedJurisdiction>, { statistics, staff }: Readers) {
  const reading = (jurisdiction: Jurisdiction) => {
    const context = statisticsContext(jurisdiction);
    const ports = {
      ...{ statistics, times: statistics, series: statistics, staff, clock },
      ...{ jurisdiction, context },
    };
    return {
      clock,
      context,
      readHeadline: createReadHeadline(ports),
      readDeadlines: createReadDeadlines(ports),
      readTimes: createReadTimes(ports),
      readRouting: createReadRouting(ports),
      readReturns: createReadReturns(ports),
    };
  };
  return {
    readIndicators: byJurisdictionNow(dated, ({ jurisdiction }) =>
      createReadIndicators(reading(jurisdiction)),
    ),
    readNationalWeek: byJurisdictionNow(dated, ({ jurisdiction }) =>
      createReadNationalWeek(reading(jurisdiction)),
    ),
  };
}

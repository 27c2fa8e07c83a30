import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { readEnv, StatisticsEnv } from '../../shared/platform/env.ts';
import { createReadDeadlines } from '../../shared/usecases/read-deadlines.ts';
import { createReadHeadline } from '../../shared/usecases/read-headline.ts';
import { createReadTimes } from '../../shared/usecases/read-times.ts';
import { documentClient, staffFinder } from '../container.ts';

export const statisticsContainer = () => {
  const env = readEnv(StatisticsEnv);
  const { jurisdictionId, jurisdiction } = loadJurisdiction(env.JURISDICTION_ID);
  const statistics = new DynamoDbStatisticsReader({
    client: documentClient,
    tableName: env.STATISTICS_TABLE_NAME,
  });
  const context = statisticsContext(jurisdiction);
  const shared = { clock: systemClock, jurisdiction, context };
  return {
    jurisdictionId,
    timeZone: jurisdiction.calendarData.timeZone,
    findStaff: staffFinder(env),
    readHeadline: createReadHeadline({ statistics, ...shared }),
    readDeadlines: createReadDeadlines({ statistics, ...shared }),
    readTimes: createReadTimes({ times: statistics, ...shared }),
  };
};

export type StatisticsDeps = ReturnType<typeof statisticsContainer>;

import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { readEnv, StatisticsEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createReadDeadlines } from '../../shared/usecases/read-deadlines.ts';
import { createReadHeadline } from '../../shared/usecases/read-headline.ts';
import { createReadTimes } from '../../shared/usecases/read-times.ts';
import { documentClient, staffFinder } from '../container.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';

export const statisticsContainer = () => {
  const env = readEnv(StatisticsEnv);
  const dated = datedJurisdiction(documentClient, env);
  const statistics = new DynamoDbStatisticsReader({
    client: documentClient,
    tableName: env.STATISTICS_TABLE_NAME,
  });
  /** What may be asked for ends with the years of the calendar. */
  const ports = (jurisdiction: Jurisdiction) => ({
    statistics,
    times: statistics,
    clock,
    jurisdiction,
    context: statisticsContext(jurisdiction),
  });
  return {
    jurisdictionId: dated.jurisdictionId,
    timeZone: dated.jurisdiction.calendarData.timeZone,
    findStaff: staffFinder(env),
    readHeadline: byJurisdictionNow(dated, (now) => createReadHeadline(ports(now.jurisdiction))),
    readDeadlines: byJurisdictionNow(dated, (now) => createReadDeadlines(ports(now.jurisdiction))),
    readTimes: byJurisdictionNow(dated, (now) => createReadTimes(ports(now.jurisdiction))),
  };
};

export type StatisticsDeps = ReturnType<typeof statisticsContainer>;

import { DynamoDbCaseHeads } from '../../shared/adapters/dynamodb/case-heads.ts';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { DynamoDbStatisticsAlerts } from '../../shared/adapters/dynamodb/statistics-alerts.ts';
import { DynamoDbCountedCases } from '../../shared/adapters/dynamodb/statistics-lists.ts';
import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { DynamoDbWorklists } from '../../shared/adapters/dynamodb/worklists.ts';
import { SecretFingerprints } from '../../shared/adapters/secrets-manager/fingerprints.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { readEnv, StatisticsEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createAcknowledgeAlert } from '../../shared/usecases/acknowledge-alert.ts';
import { createListAlerts } from '../../shared/usecases/list-alerts.ts';
import { createListFigureCases } from '../../shared/usecases/list-figure-cases.ts';
import { createReadActivity } from '../../shared/usecases/read-activity.ts';
import { createReadCross } from '../../shared/usecases/read-cross.ts';
import { createListBacklogCases, createReadBacklog } from '../../shared/usecases/read-backlog.ts';
import { createReadDeadlines } from '../../shared/usecases/read-deadlines.ts';
import { createReadHeadline } from '../../shared/usecases/read-headline.ts';
import { createReadReturns } from '../../shared/usecases/read-returns.ts';
import { createReadRouting } from '../../shared/usecases/read-routing.ts';
import { createReadSeries } from '../../shared/usecases/read-series.ts';
import { createReadTimes } from '../../shared/usecases/read-times.ts';
import { documentClient } from '../client-container.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';

export const statisticsContainer = () => {
  const env = readEnv(StatisticsEnv);
  const dated = datedJurisdiction(documentClient, env);
  const table = { client: documentClient, tableName: env.STATISTICS_TABLE_NAME };
  const statistics = new DynamoDbStatisticsReader(table);
  const lists = {
    counted: new DynamoDbCountedCases(table),
    heads: new DynamoDbCaseHeads(documentClient, env.CASES_TABLE_NAME),
    worklists: new DynamoDbWorklists(documentClient, { tableName: env.CASES_TABLE_NAME }),
    fingerprints: new SecretFingerprints(env.PEPPER_SECRET_ID),
  };
  const staff = new DynamoDbStaffRegister(documentClient, env.DIRECTORY_TABLE_NAME);
  const alerts = new DynamoDbStatisticsAlerts(documentClient, env.DIRECTORY_TABLE_NAME);
  /** What may be asked for ends with the years of the calendar. */
  const ports = (jurisdiction: Jurisdiction) => ({
    statistics,
    times: statistics,
    series: statistics,
    ...lists,
    staff,
    alerts,
    clock,
    jurisdiction,
    context: statisticsContext(jurisdiction),
  });
  return {
    jurisdictionId: dated.jurisdictionId,
    timeZone: dated.jurisdiction.calendarData.timeZone,
    findStaff: (subject: string) => staff.find(dated.jurisdictionId, subject),
    readHeadline: byJurisdictionNow(dated, (now) => createReadHeadline(ports(now.jurisdiction))),
    readDeadlines: byJurisdictionNow(dated, (now) => createReadDeadlines(ports(now.jurisdiction))),
    readTimes: byJurisdictionNow(dated, (now) => createReadTimes(ports(now.jurisdiction))),
    readSeries: byJurisdictionNow(dated, (now) => createReadSeries(ports(now.jurisdiction))),
    readActivity: byJurisdictionNow(dated, (now) => createReadActivity(ports(now.jurisdiction))),
    readCross: byJurisdictionNow(dated, (now) => createReadCross(ports(now.jurisdiction))),
    readRouting: byJurisdictionNow(dated, (now) => createReadRouting(ports(now.jurisdiction))),
    readReturns: byJurisdictionNow(dated, (now) => createReadReturns(ports(now.jurisdiction))),
    listFigureCases: byJurisdictionNow(dated, (now) =>
      createListFigureCases(ports(now.jurisdiction)),
    ),
    readBacklog: byJurisdictionNow(dated, (now) => createReadBacklog(ports(now.jurisdiction))),
    listBacklogCases: byJurisdictionNow(dated, (now) =>
      createListBacklogCases(ports(now.jurisdiction)),
    ),
    listAlerts: byJurisdictionNow(dated, (now) => createListAlerts(ports(now.jurisdiction))),
    acknowledgeAlert: byJurisdictionNow(dated, (now) =>
      createAcknowledgeAlert(ports(now.jurisdiction)),
    ),
  };
};

export type StatisticsDeps = ReturnType<typeof statisticsContainer>;

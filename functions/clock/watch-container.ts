import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbStatisticsAlerts } from '../../shared/adapters/dynamodb/statistics-alerts.ts';
import { DynamoDbCountedCases } from '../../shared/adapters/dynamodb/statistics-lists.ts';
import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { DynamoDbWorklists } from '../../shared/adapters/dynamodb/worklists.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { readEnv, WatchFiguresEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createWatchFigures } from '../../shared/usecases/watch-figures.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';

export const watchContainer = () => {
  const env = readEnv(WatchFiguresEnv);
  const client = createDocumentClient();
  const dated = datedJurisdiction(client, env);
  const table = { client, tableName: env.STATISTICS_TABLE_NAME };
  const statistics = new DynamoDbStatisticsReader(table);
  return {
    jurisdictionId: dated.jurisdictionId,
    watchFigures: byJurisdictionNow(dated, ({ jurisdiction }) =>
      createWatchFigures({
        alerts: new DynamoDbStatisticsAlerts(client, env.DIRECTORY_TABLE_NAME),
        series: statistics,
        times: statistics,
        counted: new DynamoDbCountedCases(table),
        worklists: new DynamoDbWorklists(client, { tableName: env.CASES_TABLE_NAME }),
        clock,
        jurisdiction,
        context: statisticsContext(jurisdiction),
      }),
    ),
  };
};

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbCaseLister } from '../../shared/adapters/dynamodb/case-lister.ts';
import { DynamoDbStatisticsGenerations } from '../../shared/adapters/dynamodb/statistics-generations.ts';
import { DynamoDbStatisticsJobs } from '../../shared/adapters/dynamodb/statistics-jobs.ts';
import { DynamoDbStatisticsLedger } from '../../shared/adapters/dynamodb/statistics-ledger.ts';
import { DynamoDbCountedCases } from '../../shared/adapters/dynamodb/statistics-lists.ts';
import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';

/** What recounting and rebuilding read and write. */
export function statisticsStores(
  client: DynamoDBDocumentClient,
  env: { readonly CASES_TABLE_NAME: string; readonly STATISTICS_TABLE_NAME: string },
) {
  const table = { client, tableName: env.STATISTICS_TABLE_NAME };
  return {
    cases: new DynamoDbCaseLister(client, env.CASES_TABLE_NAME),
    ledger: new DynamoDbStatisticsLedger(table),
    lists: new DynamoDbCountedCases(table),
    audit: new DynamoDbStatisticsReader(table),
    generations: new DynamoDbStatisticsGenerations(table),
    jobs: new DynamoDbStatisticsJobs(table),
    clock,
  };
}

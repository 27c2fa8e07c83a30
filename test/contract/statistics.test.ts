import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { StatisticsTable } from '../../shared/adapters/dynamodb/statistics-table.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { statisticsContract } from './statistics-contract.ts';
import { inDynamoDb, inMemory, type StatisticsPorts } from './statistics-support.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const anEmptyTable = async (how: Partial<StatisticsTable> = {}): Promise<StatisticsPorts> => {
  const { client } = dynoxide;
  const { statistics: tableName } = await createTables(client, randomUUID());
  return inDynamoDb({ client, tableName, ...how });
};

statisticsContract('in memory', inMemory, { histories: 100, actions: 150 });
statisticsContract('in DynamoDB', () => anEmptyTable(), { histories: 2, actions: 120 });
const often = { journalShards: 3, listShards: 3, foldAtBytes: 500 };
statisticsContract('in DynamoDB, over three shards and folded often', () => anEmptyTable(often), {
  histories: 4,
  actions: 120,
});

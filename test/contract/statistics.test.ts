import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { statisticsContract } from './statistics-contract.ts';
import { inDynamoDb, inMemory, type StatisticsPorts } from './statistics-support.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const anEmptyTable = async (shards?: number): Promise<StatisticsPorts> => {
  const { client } = dynoxide;
  const { statistics: tableName } = await createTables(client, randomUUID());
  return inDynamoDb({ client, tableName, ...(shards !== undefined && { shards }) });
};

statisticsContract('in memory', inMemory, { histories: 100, actions: 150 });
statisticsContract('in DynamoDB', () => anEmptyTable(), { histories: 4, actions: 120 });
statisticsContract('in DynamoDB, over three shards', () => anEmptyTable(3), {
  histories: 2,
  actions: 100,
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Shards } from '../../shared/adapters/dynamodb/case-keys.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { caseFinderContract } from './case-finder-contract.ts';
import { inDynamoDb, inMemory } from './case-ports.ts';
import { caseRepositoryContract } from './case-repository-contract.ts';
import { casePlacesContract } from './case-places-contract.ts';
import { remindersContract } from './reminders-contract.ts';
import { wakeQueueContract } from './wake-queue-contract.ts';
import { worklistsContract } from './worklists-contract.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const anEmptyTable = async (shards?: Shards) => {
  const { client } = dynoxide;
  const { cases: tableName } = await createTables(client, randomUUID());
  return inDynamoDb(client, { tableName, ...(shards !== undefined && { shards }) });
};

caseRepositoryContract('in memory', inMemory);
caseRepositoryContract('in DynamoDB', () => anEmptyTable());
worklistsContract('in memory', inMemory);
worklistsContract('in DynamoDB', () => anEmptyTable());
worklistsContract('in DynamoDB, over one shard', () =>
  anEmptyTable({ desk: 1, due: 1, unplaced: 1 }),
);
remindersContract('in memory', inMemory);
remindersContract('in DynamoDB', () => anEmptyTable());
wakeQueueContract('in memory', inMemory);
wakeQueueContract('in DynamoDB', () => anEmptyTable());
caseFinderContract('in memory', inMemory);
caseFinderContract('in DynamoDB', () => anEmptyTable());
casePlacesContract('in memory', inMemory);
casePlacesContract('in DynamoDB', () => anEmptyTable());
casePlacesContract('in DynamoDB, over one shard', () =>
  anEmptyTable({ desk: 1, due: 1, unplaced: 1 }),
);

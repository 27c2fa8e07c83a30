import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { REGION } from '../template/environment.ts';
import type { Resources } from '../types.ts';
import { type Dynoxide, startDynoxide } from './dynoxide.ts';
import { tableDefinitions } from './table-definitions.ts';
import { createTables } from './tables.ts';

/** An emulator of our own on a file in `dir`, or the one at DYNAMODB_ENDPOINT, with the tables of the templates. */
export async function startDynamoDb(dir: string, resources: Resources): Promise<Dynoxide> {
  const given = process.env['DYNAMODB_ENDPOINT'];
  const store = given === undefined ? await startDynoxide(dir) : elsewhere(given);
  const client = new DynamoDBClient({
    endpoint: store.url,
    region: REGION,
    credentials: { accessKeyId: 'host', secretAccessKey: 'local' },
  });
  try {
    await createTables(client, tableDefinitions(resources));
  } catch (error) {
    await store.close();
    throw error;
  } finally {
    client.destroy();
  }
  return store;
}

const elsewhere = (url: string): Dynoxide => ({
  url,
  file: undefined,
  pid: () => undefined,
  close: () => Promise.resolve(),
});

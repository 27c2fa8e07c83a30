import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Resources } from '../types.ts';
import { binary, type Dynoxide } from './dynoxide.ts';
import { startDynamoDb } from './start.ts';

const key = (name: string, type = 'HASH') => ({ AttributeName: name, KeyType: type });

function template(properties: Record<string, unknown> = {}): Resources {
  const table = {
    stack: 'Local-Data',
    logicalId: 'Cases',
    type: 'AWS::DynamoDB::GlobalTable',
    name: 'cases',
    ref: 'cases',
    properties: {
      KeySchema: [key('pk'), key('sk', 'RANGE')],
      AttributeDefinitions: ['pk', 'sk', 'wpk'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'worklist',
          KeySchema: [key('wpk')],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status', 'dueAt'] },
        },
      ],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      Replicas: [{ Region: 'ap-southeast-1' }],
      ...properties,
    },
  };
  return {
    all: [table],
    ofType: (type) => (type === table.type ? [table] : []),
    get: () => table,
  };
}

const item = { pk: { S: 'a' }, sk: { S: 'b' }, status: { S: 'received' } };
const running: Dynoxide[] = [];
const dirs: string[] = [];

const aDir = () => {
  const dir = mkdtempSync(join(tmpdir(), 'dynamodb-'));
  dirs.push(dir);
  return dir;
};

async function start(dir: string, resources = template()) {
  const store = await startDynamoDb(dir, resources);
  running.push(store);
  const client = new DynamoDBClient({
    endpoint: store.url,
    region: 'ap-southeast-1',
    maxAttempts: 10,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  return { store, client };
}

const read = async (client: DynamoDBClient) => {
  const { pk, sk } = item;
  return (await client.send(new GetItemCommand({ TableName: 'cases', Key: { pk, sk } }))).Item;
};

afterEach(async () => {
  await Promise.all(running.splice(0).map((store) => store.close()));
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(process.env['DYNAMODB_ENDPOINT'] !== undefined)('the local DynamoDB', () => {
  it('has the tables of the template with indexes, stream and expiry', async () => {
    const { client } = await start(aDir());
    const table = await client.send(new DescribeTableCommand({ TableName: 'cases' }));
    expect(table.Table).toMatchObject({
      KeySchema: [key('pk'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [{ Projection: { NonKeyAttributes: ['status', 'dueAt'] } }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
    const expiry = await client.send(new DescribeTimeToLiveCommand({ TableName: 'cases' }));
    expect(expiry.TimeToLiveDescription).toMatchObject({ AttributeName: 'expiresAt' });
  });

  it('keeps what was written over a restart', async () => {
    const dir = aDir();
    const first = await start(dir);
    await first.client.send(new PutItemCommand({ TableName: 'cases', Item: item }));
    await first.store.close();
    const second = await start(dir);
    expect(await read(second.client)).toEqual(item);
  });

  it('comes back under the same address with everything acknowledged when it is killed', async () => {
    const { store, client } = await start(aDir());
    await client.send(new PutItemCommand({ TableName: 'cases', Item: item }));
    const killed = store.pid()!;
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() => expect(store.pid()).not.toBe(killed), { timeout: 5_000 });
    expect(await read(client)).toEqual(item);
  });

  it('stops the emulator that a killed host left behind before it opens the file', async () => {
    const dir = aDir();
    const file = join(dir, 'dynamodb.sqlite');
    const orphan = spawn(binary(), ['serve', '--port', '0', '--db-path', file], {
      stdio: 'ignore',
    });
    const stopped = once(orphan, 'exit');
    await start(dir);
    expect((await stopped)[1]).toBe('SIGKILL');
  });

  it('refuses a store whose keys or indexes are not those of the template', async () => {
    const dir = aDir();
    const first = await start(dir);
    await first.store.close();
    await expect(start(dir, template({ KeySchema: [key('pk')] }))).rejects.toThrow(
      /table cases.*\n.*pk:HASH,sk:RANGE.*\n.*keys pk:HASH;/,
    );
    await expect(start(dir, template({ GlobalSecondaryIndexes: [] }))).rejects.toThrow(/worklist/);
  });

  it('says which table of the template cannot be made', async () => {
    await expect(start(aDir(), template({ KeySchema: 'pk' }))).rejects.toThrow(/Local-Data\/Cases/);
  });
});

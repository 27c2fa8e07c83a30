import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { createTables, deleteTables, type TableNames } from './dynamodb-tables.ts';

export interface Dynoxide {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  readonly tableNames: TableNames;
  /** Another client of the same tables: of a process of its own, or one whose calls are counted. */
  newClient(): DynamoDBDocumentClient;
  /** Stops the emulator; what it held is gone. */
  close(): Promise<void>;
}

/** Between finding a free port and listening on it somebody else may take it. */
const PORT_TRIES = 5;

/**
 * A throw-away DynamoDB with the three tables, empty. It runs dynoxide in memory on a free port, or uses
 * `DYNAMODB_ENDPOINT` (DynamoDB Local, where there is no dynoxide) under table names of its own.
 */
export async function startDynoxide(): Promise<Dynoxide> {
  const given = process.env['DYNAMODB_ENDPOINT'];
  const { endpoint, stop } =
    given === undefined
      ? await spawnDynoxide()
      : { endpoint: given, stop: () => Promise.resolve() };
  const newClient = () =>
    createDocumentClient({
      endpoint,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
  const client = newClient();
  const tableNames = await createTables(client, randomUUID().slice(0, 8));
  return {
    endpoint,
    client,
    tableNames,
    newClient,
    close: async () => {
      if (given !== undefined) await deleteTables(client, tableNames);
      client.destroy();
      await stop();
    },
  };
}

interface Running {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

async function spawnDynoxide(): Promise<Running> {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const running = await listening(port);
    if (running !== undefined) return running;
    if (tries === PORT_TRIES) throw new Error(`dynoxide could not listen on ${port}`);
  }
}

async function listening(port: number): Promise<Running | undefined> {
  const child = spawn(binary(), ['serve', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopWithUs = () => child.kill('SIGKILL');
  process.once('exit', stopWithUs);
  const started = await saysListening(child);
  if (!started) return undefined;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      process.off('exit', stopWithUs);
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const saysListening = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const read = (text: Buffer) => {
      if (text.includes('listening')) resolve(true);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', () => resolve(false));
  });

function binary(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    throw new Error('No dynoxide for this platform: set DYNAMODB_ENDPOINT to a DynamoDB Local');
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import type { Running } from '../types.ts';
import { stopOrphans } from './orphan.ts';

export interface Dynoxide extends Running {
  readonly url: string;
  /** Its database; undefined for an emulator that is not ours. */
  readonly file: string | undefined;
  /** Process number of the emulator, while it runs. */
  pid(): number | undefined;
}

/** Between finding a free port and listening on it somebody else may take it. */
const FIRST_TRIES = 5;
/** Restarts in a row that come to nothing before the host says that it has no database. */
const RESTART_TRIES = 10;

/**
 * Runs dynoxide on a file in `dir`. When it dies it is started again on the same port, so that callers that retry,
 * as the AWS clients do, notice nothing.
 */
export async function startDynoxide(dir: string): Promise<Dynoxide> {
  const dbPath = join(resolve(dir), 'dynamodb.sqlite');
  await stopOrphans(dbPath);
  const first = await firstStart(dbPath);
  let child: ChildProcess | undefined = first.child;
  let closing = false;
  const isClosing = () => closing;
  const stopWithUs = () => child?.kill('SIGKILL');
  process.once('exit', stopWithUs);

  const keepAlive = (running: ChildProcess) => running.once('exit', () => void revive());
  const revive = async () => {
    for (let tries = 0; tries < RESTART_TRIES && !isClosing(); tries += 1) {
      child = await listening(first.port, dbPath);
      if (child === undefined) continue;
      if (isClosing()) child.kill('SIGKILL');
      else keepAlive(child);
      return;
    }
    if (!isClosing()) process.stderr.write(`dynoxide does not start again on port ${first.port}\n`);
  };
  keepAlive(first.child);

  return {
    url: `http://127.0.0.1:${first.port}`,
    file: dbPath,
    pid: () => child?.pid,
    close: async () => {
      closing = true;
      process.off('exit', stopWithUs);
      if (child !== undefined) await stop(child);
    },
  };
}

async function firstStart(dbPath: string): Promise<{ child: ChildProcess; port: number }> {
  for (let tries = 1; tries <= FIRST_TRIES; tries += 1) {
    const port = await freePort();
    const child = await listening(port, dbPath);
    if (child !== undefined) return { child, port };
  }
  throw new Error(`dynoxide does not start on ${dbPath}: is the file in use, or the disk full?`);
}

/** The process once it listens; nothing when it ends before that. */
async function listening(port: number, dbPath: string): Promise<ChildProcess | undefined> {
  const child = spawn(binary(), ['serve', '--port', String(port), '--db-path', dbPath], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const saidSo = new Promise<boolean>((settle, reject) => {
    const read = (text: Buffer) => {
      if (text.includes('listening')) settle(true);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', () => settle(false));
  });
  return (await saidSo) ? child : undefined;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** The emulator of this platform; throws, saying what to do instead, where there is none. */
export function binary(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    throw new Error(
      'dynoxide runs on 64-bit Linux only: start DynamoDB Local and set DYNAMODB_ENDPOINT to its address',
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}

import { setTimeout as wait } from 'node:timers/promises';
import type { Bell } from './bell.ts';
import type { Checkpoints, ShardKey } from './checkpoints.ts';
import type { StreamClient, StreamRecord } from './stream-client.ts';

export interface ShardReaderOptions {
  readonly shard: ShardKey;
  readonly client: StreamClient;
  readonly checkpoints: Checkpoints;
  /** Rung when the table was written through the endpoint. */
  readonly bell: Bell;
  /** Brings the records to their end; resolves early only when the host stops. */
  readonly deliver: (records: readonly StreamRecord[]) => Promise<void>;
  /** Called after each read, with the last ring before it. */
  readonly onRead: (read: Read) => void;
  /** Aborts when the host stops. */
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

export interface Read {
  readonly ring: number;
  /** True when the read found nothing new. */
  readonly caughtUp: boolean;
}

/** Most that one read gives, as of DynamoDB. */
const PAGE = 1_000;
/** Writes past the endpoint (and expiry) ring no bell; this is how late they are noticed. */
const SLOW_POLL_MS = 500;

/** After a ring the reader waits this long, so that what is written together is read and delivered together. */
const GATHER_MS = 5;

/** Reads a shard from its checkpoint on, until it has ended or the host stops. Outages of the emulator are waited out. */
export async function readShard(options: ShardReaderOptions): Promise<void> {
  const { bell, signal, onRead } = options;
  for (let step = START; !step.ended && !signal.aborted;) {
    const ring = bell.count();
    step = await tryPage(options, step.next);
    if (step.found !== undefined) onRead({ ring, caughtUp: step.found === 0 });
    if (step.found === PAGE) continue;
    await bell.after(ring, SLOW_POLL_MS);
    await wait(GATHER_MS);
  }
}

interface Step {
  /** Undefined: the read failed. */
  readonly found: number | undefined;
  readonly ended: boolean;
  /** Where to read next; undefined: from the checkpoint. */
  readonly next: string | undefined;
}
const START: Step = { found: undefined, ended: false, next: undefined };

async function tryPage(options: ShardReaderOptions, iterator: string | undefined): Promise<Step> {
  try {
    return await readPage(options, iterator);
  } catch (error) {
    if (!options.signal.aborted) options.report(`${options.shard.reader}: ${String(error)}`);
    return START;
  }
}

async function readPage(options: ShardReaderOptions, iterator: string | undefined): Promise<Step> {
  const { client, shard, checkpoints, signal } = options;
  const from = iterator ?? (await client.iterator(shard, checkpoints.find(shard)));
  const { Records: records, NextShardIterator: next } = await client.records(from, PAGE);
  await options.deliver(records);
  // Stopped in between: what is left is read again from the checkpoint.
  if (signal.aborted) return START;
  const last = records.at(-1);
  if (last !== undefined) checkpoints.save(shard, last.dynamodb.SequenceNumber);
  return { found: records.length, ended: next === undefined, next };
}

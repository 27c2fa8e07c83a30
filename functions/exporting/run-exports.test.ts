import type { Context, SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { jurisdictionId } from '../../test/support/case-builder.ts';
import { ExportMessage } from '../../shared/domain/export/case-export.ts';
import type { AdvancedExport } from '../../shared/usecases/advance-export.ts';
import { runExports } from './run-exports.ts';

const message = ExportMessage.parse({
  jurisdictionId,
  owner: 'o'.repeat(22),
  exportId: 'e'.repeat(22),
  step: 3,
});

const aRecord = (tries = 1, body = JSON.stringify(message)): SQSRecord => ({
  messageId: 'm1',
  receiptHandle: 'receipt',
  body,
  attributes: {
    ApproximateReceiveCount: String(tries),
    SentTimestamp: '0',
    SenderId: 'exports',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:exports.fifo',
  awsRegion: 'ap-southeast-1',
});

function setup(outcome: AdvancedExport['outcome'] | 'broken', leftMs = 900_000) {
  const did: unknown[] = [];
  const note = (...what: unknown[]) => {
    did.push(what);
    return Promise.resolve();
  };
  const handler = runExports({
    advanceExport: (_ref, mayGoOn) => {
      did.push(['advance', mayGoOn()]);
      return outcome === 'broken'
        ? Promise.reject(new Error('S3 is away'))
        : Promise.resolve({ outcome, step: 4, rows: 9 });
    },
    giveUpExport: ({ exportId }) => note('give up', exportId),
    queue: { queue: ({ step }) => note('queue', step) },
    delays: { postpone: (receipt, seconds) => note('postpone', receipt, seconds) },
    triesMost: 5,
  });
  // Only what the handler asks of it.
  const context = { getRemainingTimeInMillis: () => leftMs } as Context;
  const run = async (record: SQSRecord) => {
    const { batchItemFailures } = await handler({ Records: [record] }, context);
    return { failed: batchItemFailures.length, did };
  };
  return run;
}

describe('a run of an export', () => {
  it('that is finished leaves nothing in the queue', async () =>
    expect(await setup('DONE')(aRecord())).toEqual({ failed: 0, did: [['advance', true]] }));

  it('that has no time left queues the next', async () =>
    expect(await setup('UNFINISHED', 200_000)(aRecord())).toEqual({
      failed: 0,
      did: [
        ['advance', false],
        ['queue', 4],
      ],
    }));

  it('that fails comes again, later each time', async () => {
    expect((await setup('broken')(aRecord(1))).did).toContainEqual(['postpone', 'receipt', 10]);
    expect((await setup('broken')(aRecord(4))).did).toContainEqual(['postpone', 'receipt', 80]);
  });

  it('that fails for the last time is told to whoever waits, and to the alarm', async () =>
    expect(await setup('broken')(aRecord(5))).toEqual({
      failed: 1,
      did: [
        ['advance', true],
        ['give up', message.exportId],
      ],
    }));

  it('of a message that cannot be read is given up without work', async () =>
    expect(await setup('DONE')(aRecord(1, '{}'))).toEqual({ failed: 1, did: [] }));
});

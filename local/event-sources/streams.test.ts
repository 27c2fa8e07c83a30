import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanUps } from '../aws/test-host.ts';
import {
  aTable,
  gate,
  keysOf,
  put,
  startSources,
  streamTemplate,
  type TestEvent,
} from './test-sources.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

type Table = Awaited<ReturnType<typeof aTable>>;

async function setup(
  reader: (event: TestEvent) => unknown,
  { properties = {}, table }: { properties?: object; table?: Table } = {},
) {
  const { kept, ...given } = table ?? (await aTable(cleanUp));
  const parts = streamTemplate(properties);
  const sources = await startSources(cleanUp, { parts, handlers: { reader }, kept });
  return { ...sources, table: { kept, ...given } };
}

const failAt =
  (pk: string) =>
  ({ Records }: TestEvent) => ({
    batchItemFailures: Records.filter(({ dynamodb }) => dynamodb.Keys.pk.S === pk).map(
      ({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber }),
    ),
  });
const throwAt = (pk: string) => (event: TestEvent) => {
  if (keysOf(event).includes(pk)) throw new Error(`cannot do ${pk}`);
};

/** All at once, so that they come as one batch. */
const together = (...keys: readonly string[]) =>
  new TransactWriteItemsCommand({
    TransactItems: keys.map((pk) => ({ Put: put(pk).input as never })),
  });

describe('a stream and its function', () => {
  it('delivers every change in order, with both images', async () => {
    const { dynamodb, sources, events } = await setup(() => undefined);
    await dynamodb.send(put('a'));
    await dynamodb.send(put('a', 'routed'));
    await dynamodb.send(put('b'));
    await sources.idle();
    const records = events().flatMap(({ Records }) => Records);
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'INSERT']);
    expect(records[1]).toMatchObject({
      eventSource: 'aws:dynamodb',
      awsRegion: 'ap-southeast-1',
      dynamodb: {
        OldImage: { status: { S: 'received' } },
        NewImage: { status: { S: 'routed' } },
      },
    });
  });

  it('leaves out a write that changes nothing, as DynamoDB does', async () => {
    const { dynamodb, sources, events } = await setup(() => undefined);
    await dynamodb.send(put('a'));
    await dynamodb.send(put('a'));
    await sources.idle();
    expect(events().flatMap(keysOf)).toEqual(['a']);
  });

  it('notices writes past the endpoint', async () => {
    const { table, sources, events } = await setup(() => undefined);
    await table.client.send(put('a'));
    await sources.idle();
    expect(events().flatMap(keysOf)).toEqual(['a']);
  });

  it('delivers batches of the asked size', async () => {
    const { dynamodb, sources, events } = await setup(() => undefined, {
      properties: { BatchSize: 2 },
    });
    await dynamodb.send(together('a', 'b', 'c', 'd', 'e'));
    await sources.idle();
    expect(events().map(keysOf)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('delivers what passes a filter', async () => {
    const pattern = {
      eventName: ['INSERT'],
      dynamodb: { Keys: { pk: { S: [{ prefix: 'case#' }] } } },
    };
    const { dynamodb, sources, events } = await setup(() => undefined, {
      properties: { FilterCriteria: { Filters: [{ Pattern: JSON.stringify(pattern) }] } },
    });
    for (const command of [put('case#1'), put('other#1'), put('case#1', 'routed')])
      await dynamodb.send(command);
    await sources.idle();
    expect(events().flatMap(keysOf)).toEqual(['case#1']);
  });
});

describe('a batch that fails', () => {
  it('is retried from the lowest reported record, and nothing behind it is delivered before', async () => {
    let tries = 0;
    const { dynamodb, sources, events } = await setup((event: TestEvent) => {
      tries += 1;
      return tries <= 2 ? failAt('b')(event) : undefined;
    });
    await dynamodb.send(together('a', 'b', 'c'));
    await sources.idle();
    expect(events().map(keysOf)).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['b', 'c'],
    ]);
  });

  it('goes to the failure queue after its retries, and the stream goes on', async () => {
    const { dynamodb, sources, events, bodiesIn, reports } = await setup(throwAt('a'), {
      properties: { MaximumRetryAttempts: 2 },
    });
    await dynamodb.send(put('a'));
    await sources.idle();
    await dynamodb.send(put('b'));
    await sources.idle();
    expect(events().map(keysOf)).toEqual([['a'], ['a'], ['a'], ['b']]);
    const [body = '{}'] = bodiesIn('failures');
    expect(JSON.parse(body)).toMatchObject({
      version: '1.0',
      requestContext: {
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 3,
        functionArn: expect.stringContaining('function:reader') as string,
      },
      responseContext: { functionError: 'Unhandled' },
      DDBStreamBatchInfo: {
        batchSize: 1,
        startSequenceNumber: '1',
        endSequenceNumber: '1',
        streamArn: expect.stringContaining('table/cases/stream/') as string,
      },
    });
    expect(reports).toMatchObject([expect.stringContaining('RetryAttemptsExhausted')]);
  });

  it('is halved until the bad record stands alone', async () => {
    const { dynamodb, sources, events, bodiesIn } = await setup(throwAt('c'), {
      properties: { MaximumRetryAttempts: 1, BisectBatchOnFunctionError: true },
    });
    await dynamodb.send(together('a', 'b', 'c', 'd'));
    await sources.idle();
    expect(events().map(keysOf)).toEqual([
      ['a', 'b', 'c', 'd'],
      ['a', 'b'],
      ['c', 'd'],
      ['c'],
      ['c'],
      ['d'],
    ]);
    expect(bodiesIn('failures').map((body) => JSON.parse(body) as object)).toMatchObject([
      { DDBStreamBatchInfo: { batchSize: 1, startSequenceNumber: '3' } },
    ]);
  });

  it('is split at the reported record when it may be halved', async () => {
    const { dynamodb, sources, events } = await setup(failAt('b'), {
      properties: { MaximumRetryAttempts: 0, BisectBatchOnFunctionError: true },
    });
    await dynamodb.send(together('a', 'b', 'c'));
    await sources.idle();
    expect(events().map(keysOf)).toEqual([['a', 'b', 'c'], ['b', 'c'], ['b'], ['c']]);
  });

  it.each([
    ['an id that was not given', { batchItemFailures: [{ itemIdentifier: '99' }] }],
    ['an empty id', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['another form', { batchItemFailures: 'all' }],
  ])('fails as a whole for %s', async (_, answer) => {
    const { dynamodb, sources, events, bodiesIn } = await setup(() => answer, {
      properties: { MaximumRetryAttempts: 1 },
    });
    await dynamodb.send(together('a', 'b'));
    await sources.idle();
    expect(events().map(keysOf)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(bodiesIn('failures')).toHaveLength(1);
  });

  it('is given up when its records are too old', async () => {
    const table = await aTable(cleanUp);
    await table.client.send(put('a'));
    // An old record cannot be written, so the mapping is made to find this one old.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
    cleanUp.add(() => vi.useRealTimers());
    const { sources, events, bodiesIn } = await setup(() => undefined, {
      table,
      properties: { MaximumRecordAgeInSeconds: 60 },
    });
    await sources.idle();
    expect(events()).toEqual([]);
    expect(JSON.parse(bodiesIn('failures')[0] ?? '{}')).toMatchObject({
      requestContext: { condition: 'RecordAgeExceeded' },
    });
  });
});

describe('over an end of the host', () => {
  it('goes on behind what was done', async () => {
    const table = await aTable(cleanUp);
    const first = await setup(() => undefined, { table });
    await first.dynamodb.send(put('a'));
    await first.sources.idle();
    await first.sources.close();
    await first.endpoint.close();
    await table.client.send(put('b'));
    const second = await setup(() => undefined, { table });
    await second.sources.idle();
    expect(second.events().flatMap(keysOf)).toEqual(['b']);
  });

  it('delivers again what was not done when it was killed', async () => {
    const table = await aTable(cleanUp);
    const started = gate();
    const never = gate();
    const first = await setup(
      async (event: TestEvent) => {
        if (!keysOf(event).includes('b')) return;
        started.resolve(true);
        await never.promise;
      },
      { table, properties: { BatchSize: 1 } },
    );
    await first.dynamodb.send(together('a', 'b', 'c'));
    await started.promise;
    // The first is still stuck, as a killed one would be: nothing of it was closed.
    const second = await setup(() => undefined, { table, properties: { BatchSize: 1 } });
    await second.sources.idle();
    expect(second.events().flatMap(keysOf)).toEqual(['b', 'c']);
    never.resolve(true);
  });

  it('waits out an emulator that is killed and comes back', async () => {
    const { dynamodb, sources, events, table } = await setup(() => undefined);
    await dynamodb.send(put('a'));
    await sources.idle();
    const killed = table.emulator.pid()!;
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() => expect(table.emulator.pid()).not.toBe(killed), { timeout: 5_000 });
    await table.client.send(put('b'));
    await sources.idle();
    expect(events().flatMap(keysOf)).toEqual(['a', 'b']);
  });
});

describe('what it refuses to start with', () => {
  it('a role that may not read the stream, or not write to the failure queue', async () => {
    const { readerPolicy, ...parts } = streamTemplate();
    await expect(startSources(cleanUp, { parts, handlers: {} })).rejects.toThrow(
      'perform: dynamodb:DescribeStream on resource',
    );
    const { PolicyDocument: document } = readerPolicy!.Properties as {
      PolicyDocument: { Statement: object[] };
    };
    const reading = { ...document, Statement: document.Statement.slice(0, 1) };
    const without = {
      ...readerPolicy!,
      Properties: { ...readerPolicy!.Properties, PolicyDocument: reading },
    };
    await expect(
      startSources(cleanUp, { parts: { ...parts, readerPolicy: without }, handlers: {} }),
    ).rejects.toThrow('perform: sqs:SendMessage');
  });

  it('a start that would skip records', async () => {
    await expect(
      setup(() => undefined, { properties: { StartingPosition: 'LATEST' } }),
    ).rejects.toThrow('StartingPosition');
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanUps } from '../aws/test-host.ts';
import {
  bodiesOf,
  gate,
  message,
  queueTemplate,
  startSources,
  type TestEvent,
} from './test-sources.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const MINUTE = 60_000;
const failing = (...ids: readonly string[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

async function setup(
  worker: (event: TestEvent) => unknown,
  { properties = {}, fifo = true, dir }: { properties?: object; fifo?: boolean; dir?: string } = {},
) {
  const sources = await startSources(cleanUp, {
    parts: queueTemplate(properties, { fifo }),
    handlers: { worker },
    ...(dir === undefined ? {} : { kept: { dir } }),
  });
  return {
    ...sources,
    send: async (...bodies: readonly string[]) => {
      for (const body of bodies)
        await sources.sqs.send(message(body, fifo ? body.slice(0, 1) : undefined));
    },
  };
}

describe('a FIFO queue and its function', () => {
  it('keeps the order of each group, and lets others go on while one is stuck', async () => {
    const stuck = gate();
    const done: string[] = [];
    const { send, sources } = await setup(
      async ({ Records: [record] }) => {
        if (record?.body === 'a1') await stuck.promise;
        done.push(record?.body ?? '');
      },
      { properties: { BatchSize: 1 } },
    );
    await send('a1', 'b1', 'a2', 'b2', 'c1', 'b3');
    await vi.waitFor(() => expect(done).toHaveLength(4));
    expect(done.filter((body) => body.startsWith('b'))).toEqual(['b1', 'b2', 'b3']);
    expect(done).not.toContain('a2');
    stuck.resolve(true);
    await sources.idle();
    expect(done.slice(4)).toEqual(['a1', 'a2']);
  });

  it('holds the rest of a group back while a message waits for its next try, and gives up on it', async () => {
    const { send, sources, clock, events, bodiesIn } = await setup(
      ({ Records }) =>
        failing(...Records.filter(({ body }) => body === 'a1').map((one) => one.messageId)),
      { properties: { BatchSize: 1 } },
    );
    await send('a1', 'a2', 'b1');
    await sources.idle();
    expect(events().flatMap(bodiesOf).sort()).toEqual(['a1', 'b1']);
    clock.advance(MINUTE);
    await sources.idle();
    expect(events().flatMap(bodiesOf).slice(2)).toEqual(['a1']);
    clock.advance(MINUTE);
    await sources.idle();
    expect(events().flatMap(bodiesOf).slice(3)).toEqual(['a2']);
    expect(bodiesIn('dead.fifo')).toEqual(['a1']);
  });

  it('does not deliver a message twice at once, however the clock is moved', async () => {
    const working = gate();
    const started = gate();
    const { send, sources, clock, events } = await setup(async () => {
      started.resolve(true);
      await working.promise;
    });
    await send('a1');
    await started.promise;
    clock.advance(60 * MINUTE);
    clock.advance(-600 * MINUTE);
    working.resolve(true);
    await sources.idle();
    expect(events()).toHaveLength(1);
  });
});

describe('a standard queue and its function', () => {
  const standard = { fifo: false };

  it('deletes what is done and shows again what was reported', async () => {
    const { send, sources, clock, events, bodiesIn } = await setup(
      ({ Records }) =>
        failing(...Records.filter(({ body }) => body === 'bad').map((one) => one.messageId)),
      standard,
    );
    await send('good', 'bad', 'fine');
    await sources.idle();
    clock.advance(MINUTE);
    await sources.idle();
    const delivered = events().flatMap(bodiesOf);
    expect(delivered.filter((body) => body === 'bad')).toHaveLength(2);
    expect(delivered).toHaveLength(4);
    clock.advance(MINUTE);
    await sources.idle();
    expect(bodiesIn('dead')).toEqual(['bad']);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('no'))],
    ['reports what it was not given', () => failing('unknown')],
    ['reports without an id', () => ({ batchItemFailures: [{ itemIdentifier: '' }] })],
    ['reports in another form', () => ({ batchItemFailures: [{ id: 'x' }] })],
  ])('shows the whole batch again when the function %s', async (_, worker) => {
    const { send, sources, clock, bodiesIn } = await setup(worker, standard);
    await send('one', 'two');
    for (let time = 1; time <= 3; time += 1) {
      await sources.idle();
      clock.advance(MINUTE);
    }
    await sources.idle();
    expect(bodiesIn('dead').sort()).toEqual(['one', 'two']);
  });

  it('takes an absent or empty report as success', async () => {
    const { send, sources, clock, events } = await setup(
      ({ Records }) => (Records[0]?.body === 'one' ? undefined : { batchItemFailures: [] }),
      standard,
    );
    await send('one');
    await sources.idle();
    await send('two');
    await sources.idle();
    clock.advance(MINUTE);
    await sources.idle();
    expect(events().map(bodiesOf)).toEqual([['one'], ['two']]);
  });

  it('runs no more at once than the mapping allows', async () => {
    let running = 0;
    let most = 0;
    const { send, sources, events } = await setup(
      async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      },
      { ...standard, properties: { BatchSize: 1, ScalingConfig: { MaximumConcurrency: 2 } } },
    );
    await send('1', '2', '3', '4', '5');
    await sources.idle();
    expect(most).toBeLessThanOrEqual(2);
    expect(events()).toHaveLength(5);
  });

  it('deletes what the filter keeps from the function', async () => {
    const pattern = JSON.stringify({ body: { kind: ['routed'] } });
    const { send, sources, events, bodiesIn } = await setup(() => undefined, {
      ...standard,
      properties: { FilterCriteria: { Filters: [{ Pattern: pattern }] } },
    });
    const routed = JSON.stringify({ kind: 'routed' });
    await send(routed, JSON.stringify({ kind: 'rated' }), 'no JSON');
    await sources.idle();
    expect(events().flatMap(bodiesOf)).toEqual([routed]);
    expect(bodiesIn('work')).toEqual([]);
  });

  it('takes up again what it was working on when the host ended', async () => {
    const started = gate();
    const never = gate();
    const first = await setup(async () => {
      started.resolve(true);
      await never.promise;
    }, standard);
    await first.send('one');
    await started.promise;
    // What a killed process leaves: its file, without a clean end. The copy of the host goes on from there.
    const second = await setup(() => undefined, { ...standard, dir: first.dir });
    await second.sources.idle();
    expect(second.events().map(bodiesOf)).toEqual([['one']]);
    never.resolve(true);
  });
});

describe('what it refuses to start with', () => {
  it.each([
    ['a setting it does not honour', { TumblingWindowInSeconds: 5 }, 'TumblingWindowInSeconds'],
    [
      'a filter rule it does not know',
      { FilterCriteria: { Filters: [{ Pattern: '{"body":[{"wildcard":"*"}]}' }] } },
      'wildcard',
    ],
    ['a function that is not there', { FunctionName: 'gone' }, 'gone'],
  ])('%s', async (_, properties, named) => {
    await expect(setup(() => undefined, { properties })).rejects.toThrow(named);
  });

  it('a role that may not read the queue', async () => {
    const { workerPolicy: _, ...parts } = queueTemplate();
    const start = startSources(cleanUp, { parts, handlers: {} });
    await expect(start).rejects.toThrow('perform: sqs:ReceiveMessage on resource');
  });

  it('a queue that is less patient than its function', async () => {
    const parts = queueTemplate();
    const Work = parts['Work']!;
    const hasty = { ...Work, Properties: { ...Work.Properties, VisibilityTimeout: 5 } };
    const start = startSources(cleanUp, { parts: { ...parts, Work: hasty }, handlers: {} });
    await expect(start).rejects.toThrow('visibility timeout of 5 seconds is less than the 10');
  });
});

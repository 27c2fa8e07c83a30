import { afterAll, describe, expect, it } from 'vitest';
import { functionCatalogue } from '../../infra/functions.ts';
import { compileFilter } from '../../local/event-sources/filter.ts';
import { synthesise } from '../support/hotline-templates.ts';

const hotline = synthesise('prod');
afterAll(() => hotline.close());

const mappingOf = (id: string) =>
  hotline.resources
    .ofType('AWS::Lambda::EventSourceMapping')
    .map(({ properties }) => properties)
    .find(({ FunctionName }) => FunctionName === `1022-prod-${id}`)!;
const queueOf = (name: string) =>
  hotline.resources.ofType('AWS::SQS::Queue').find((queue) => queue.name === name)!;

describe.each([
  { id: 'project-statistics', failures: '1022-prod-project-statistics-failures' },
  { id: 'publish', failures: '1022-prod-publish-failures' },
])('$id reads the stream', ({ id, failures }) => {
  it('with an end to tries, halved batches and a place for what is given up', () => {
    expect(mappingOf(id)).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 25,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: queueOf(failures).arn } },
    });
  });

  it('and waits for no batch to fill', () =>
    expect(mappingOf(id)).not.toHaveProperty('MaximumBatchingWindowInSeconds'));

  it('and gives records up before the stream forgets them', () => {
    const age = mappingOf(id)['MaximumRecordAgeInSeconds'] as number;
    expect(age).toBeGreaterThan(0);
    expect(age).toBeLessThan(24 * 3_600);
  });
});

describe('the filters of the stream', () => {
  const passes = (id: string, eventName: string, sk: string) => {
    const { Filters } = mappingOf(id)['FilterCriteria'] as {
      Filters: { Pattern: string }[];
    };
    const filter = compileFilter(Filters.map(({ Pattern }) => Pattern));
    return filter({ eventName, dynamodb: { NewImage: { sk: { S: sk } } } });
  };

  // Written out by hand: what each function gets to see.
  it.each([
    { id: 'project-statistics', eventName: 'INSERT', sk: 'state#head', passed: true },
    { id: 'project-statistics', eventName: 'MODIFY', sk: 'state#head', passed: true },
    { id: 'project-statistics', eventName: 'REMOVE', sk: 'state#head', passed: false },
    { id: 'project-statistics', eventName: 'INSERT', sk: 'state#part#TA', passed: false },
    { id: 'project-statistics', eventName: 'INSERT', sk: 'event#000001', passed: false },
    { id: 'project-statistics', eventName: 'INSERT', sk: 'personal', passed: false },
    { id: 'publish', eventName: 'INSERT', sk: 'event#000001', passed: true },
    { id: 'publish', eventName: 'MODIFY', sk: 'event#000001', passed: false },
    { id: 'publish', eventName: 'INSERT', sk: 'state#head', passed: false },
    { id: 'publish', eventName: 'INSERT', sk: 'personal', passed: false },
  ])('$id: $eventName of $sk passes: $passed', ({ id, eventName, sk, passed }) => {
    expect(passes(id, eventName, sk)).toBe(passed);
  });
});

describe('the queue of deliveries', () => {
  const queue = queueOf('1022-prod-deliveries.fifo').properties;

  it('hides a message for more than six times as long as its function may run', () => {
    const timeout = functionCatalogue['deliver-to-department'].timeoutSeconds;
    expect(queue['VisibilityTimeout']).toBeGreaterThan(6 * timeout);
  });

  it('keeps the order of each department and gives up after a night of tries', () => {
    expect(queue).toMatchObject({
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
      RedrivePolicy: {
        deadLetterTargetArn: queueOf('1022-prod-deliveries-dead.fifo').arn,
        maxReceiveCount: 20,
      },
    });
  });

  it('hands over one message at a time', () => {
    expect(mappingOf('deliver-to-department')).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });
});

describe('the queue of messages', () => {
  const queue = queueOf('1022-prod-intake').properties;

  it('hides a message for more than six times as long as its function may run', () => {
    const timeout = functionCatalogue['propose-intake'].timeoutSeconds;
    expect(queue['VisibilityTimeout']).toBeGreaterThan(6 * timeout);
  });

  it('gives up after five tries, and a flood waits in it', () => {
    expect(queue).toMatchObject({
      RedrivePolicy: {
        deadLetterTargetArn: queueOf('1022-prod-intake-dead').arn,
        maxReceiveCount: 5,
      },
    });
    expect(queue['FifoQueue']).toBeUndefined();
    expect(mappingOf('propose-intake')).toMatchObject({
      BatchSize: 5,
      ScalingConfig: { MaximumConcurrency: 50 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });
});

describe('the queue of exports', () => {
  const queue = queueOf('1022-prod-exports.fifo').properties;

  it('gives out one run of an export at a time, and hides it for as long as one may take', () => {
    const timeout = functionCatalogue['export-cases'].timeoutSeconds;
    expect(queue['VisibilityTimeout']).toBeGreaterThan(6 * timeout);
    expect(queue).toMatchObject({
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      RedrivePolicy: {
        deadLetterTargetArn: queueOf('1022-prod-exports-dead.fifo').arn,
        maxReceiveCount: 5,
      },
    });
    expect(mappingOf('export-cases')).toMatchObject({
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 5 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const { Environment } = hotline.functionOf('export-cases').properties as {
      Environment: { Variables: Record<string, string> };
    };
    expect(Environment.Variables['EXPORT_TRIES']).toBe('5');
  });
});

describe('every queue', () => {
  const queues = hotline.resources.ofType('AWS::SQS::Queue');

  it('is encrypted and speaks TLS only', () => {
    const closed = hotline.resources
      .ofType('AWS::SQS::QueuePolicy')
      .filter(({ properties }) => JSON.stringify(properties).includes('aws:SecureTransport'))
      .flatMap(({ properties }) => properties['Queues'] as string[]);
    for (const { ref, properties } of queues) {
      expect(properties['SqsManagedSseEnabled']).toBe(true);
      expect(closed).toContain(ref);
    }
  });
});

describe('the clock', () => {
  it.each([
    { id: 'close-unjudged', expression: 'rate(1 hour)' },
    { id: 'sweep-deadlines', expression: 'rate(1 minute)' },
    { id: 'move-deadlines', expression: 'rate(1 minute)' },
    { id: 'watch-figures', expression: 'rate(15 minutes)' },
    { id: 'check-calendar', expression: 'cron(0 1 * * ? *)' },
    { id: 'reconcile-statistics', expression: 'cron(30 18 * * ? *)' },
  ])('calls $id at $expression', ({ id, expression }) => {
    const rule = hotline.resources
      .ofType('AWS::Events::Rule')
      .find(({ name }) => name === `1022-prod-${id}`)!;
    expect(rule.properties).toMatchObject({
      ScheduleExpression: expression,
      State: 'ENABLED',
      Targets: [{ Arn: hotline.functionOf(id as 'close-unjudged').arn }],
    });
  });

  it('goes on with what a run of reconcile-statistics could not end', () => {
    const rule = hotline.resources
      .ofType('AWS::Events::Rule')
      .find(({ name }) => name === '1022-prod-reconcile-statistics-continue')!;
    expect(rule.properties).toMatchObject({
      ScheduleExpression: 'rate(5 minutes)',
      Targets: [
        {
          Arn: hotline.functionOf('reconcile-statistics').arn,
          Input: JSON.stringify({ command: 'continue' }),
        },
      ],
    });
  });
});

import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach } from 'vitest';
import {
  anEndpoint,
  cleanUps,
  clientAs,
  resourcesOf,
  standingClock,
  temporaryFolder,
} from '../../local/aws/test-host.ts';
import { InMemoryDeliveryQueue } from '../../shared/adapters/memory/in-memory-delivery-queue.ts';
import { SqsDeliveryDelays } from '../../shared/adapters/sqs/delivery-delays.ts';
import { SqsDeliveryOutbox } from '../../shared/adapters/sqs/delivery-outbox.ts';
import { createQueueClient } from '../../shared/adapters/sqs/queue-client.ts';
import { readDeliveryMessage } from '../../shared/domain/delivery.ts';
import { movableClock } from '../support/delivery-builder.ts';
import {
  deliveryQueueContract,
  type QueueUnderTest,
  type Received,
} from './delivery-queue-contract.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

deliveryQueueContract('in memory', () => {
  const clock = movableClock();
  const queue = new InMemoryDeliveryQueue(clock);
  return Promise.resolve({
    queue: (messages) => queue.queue(messages),
    repeat: (message) => queue.repeat(message),
    postpone: (receipt, seconds) => queue.postpone(receipt, seconds),
    receive: () => Promise.resolve(queue.receive()),
    done: (receipt) => {
      queue.done(receipt);
      return Promise.resolve();
    },
    advance: clock.advance,
  });
});

deliveryQueueContract('on SQS', async () => {
  const clock = standingClock();
  const resources = resourcesOf({
    Deliveries: {
      Type: 'AWS::SQS::Queue',
      Properties: { QueueName: 'deliveries.fifo', FifoQueue: true, VisibilityTimeout: 180 },
    },
  });
  const dir = temporaryFolder(cleanUp);
  const endpoint = await anEndpoint(cleanUp, { resources, clock, dir });
  const client = createQueueClient(clientAs('operator', endpoint));
  const queueUrl = 'https://sqs.ap-southeast-1.amazonaws.com/000000000000/deliveries.fifo';
  return sqsUnderTest({ client, queueUrl }, (seconds) => clock.advance(seconds * 1000));
});

function sqsUnderTest(
  at: ConstructorParameters<typeof SqsDeliveryOutbox>[0],
  advance: (seconds: number) => void,
): QueueUnderTest {
  const { client, queueUrl: QueueUrl } = at;
  const outbox = new SqsDeliveryOutbox(at);
  const delays = new SqsDeliveryDelays(at);
  return {
    queue: (messages) => outbox.queue(messages),
    repeat: (message) => outbox.repeat(message),
    postpone: (receipt, seconds) => delays.postpone(receipt, seconds),
    receive: async (): Promise<Received | undefined> => {
      const names = ['ApproximateReceiveCount' as const];
      const { Messages: [one] = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: names }),
      );
      const message = readDeliveryMessage(one?.Body ?? '');
      if (one === undefined || message === undefined) return undefined;
      const tries = Number(one.Attributes?.ApproximateReceiveCount);
      return { message, receipt: one.ReceiptHandle ?? '', tries };
    },
    done: async (ReceiptHandle) => {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    },
    advance,
  };
}

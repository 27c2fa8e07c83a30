import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import {
  anEndpoint,
  cleanUps,
  clientAs,
  getArn,
  resourcesOf,
  standingClock,
} from '../../local/aws/test-host.ts';
import { countDeadLetters, findQueue, redriveMessages } from '../../scripts/redrive-messages.ts';
import { createQueueClient } from '../../shared/adapters/sqs/queue-client.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const fifo = (QueueName: string, more: object = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: { QueueName, FifoQueue: true, ...more },
});

async function setup() {
  const redrive = { deadLetterTargetArn: getArn('Dead'), maxReceiveCount: 1 };
  const resources = resourcesOf({
    Dead: fifo('dead.fifo'),
    Deliveries: fifo('deliveries.fifo', { RedrivePolicy: redrive }),
  });
  const clock = standingClock();
  const endpoint = await anEndpoint(cleanUp, { resources, clock });
  const client = createQueueClient(clientAs('operator', endpoint));
  const queue = await findQueue(client, 'deliveries.fifo', 0);
  return { client, queue, clock };
}
type World = Awaited<ReturnType<typeof setup>>;

const sendAll = async ({ client, queue }: World, messages: readonly string[]) => {
  for (const message of messages) {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queue.queueUrl,
        MessageBody: message,
        MessageGroupId: message.split(' ')[0],
        MessageDeduplicationId: message,
      }),
    );
  }
};

const receiveOne = async (client: SQSClient, QueueUrl: string) => {
  const { Messages: [one] = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
  return one;
};

/** A consumer that fails at everything once, which is as often as this queue allows. */
async function letAllDie({ client, queue, clock }: World) {
  while ((await receiveOne(client, queue.queueUrl)) !== undefined) clock.advance(31_000);
}

async function drain(client: SQSClient, QueueUrl: string): Promise<string[]> {
  const bodies: string[] = [];
  for (let one = await receiveOne(client, QueueUrl); one !== undefined;) {
    bodies.push(one.Body ?? '');
    const { ReceiptHandle } = one;
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    one = await receiveOne(client, QueueUrl);
  }
  return bodies;
}

const of = (group: string, bodies: readonly string[]) =>
  bodies.filter((body) => body.startsWith(`${group} `));
const sgtvt = Array.from({ length: 12 }, (_, index) => `SGTVT ${index}`);

describe('redriving dead letters', () => {
  it('finds the dead-letter queue by the queue it belongs to', async () => {
    const { queue } = await setup();
    expect(queue).toMatchObject({
      queueUrl: expect.stringMatching(/\/deliveries\.fifo$/) as string,
      deadLetterUrl: expect.stringMatching(/\/dead\.fifo$/) as string,
    });
  });

  it('puts each back into its group, in order, and leaves nothing', async () => {
    const world = await setup();
    await sendAll(world, [...sgtvt, 'TDM 0']);
    await letAllDie(world);
    expect(await drain(world.client, world.queue.queueUrl)).toEqual([]);
    const moved = await redriveMessages(world.queue);
    expect(Object.fromEntries(moved)).toEqual({ SGTVT: 12, TDM: 1 });
    const bodies = await drain(world.client, world.queue.queueUrl);
    expect(of('SGTVT', bodies)).toEqual(sgtvt);
    expect(of('TDM', bodies)).toEqual(['TDM 0']);
    expect(await drain(world.client, world.queue.deadLetterUrl)).toEqual([]);
  });

  it('queues again what dies a second time', async () => {
    const world = await setup();
    await sendAll(world, ['SGTVT 0']);
    await letAllDie(world);
    await redriveMessages(world.queue);
    await letAllDie(world);
    expect(Object.fromEntries(await redriveMessages(world.queue))).toEqual({
      SGTVT: 1,
    });
  });

  it('can be tried without moving anything', async () => {
    const world = await setup();
    await sendAll(world, [...sgtvt, 'TDM 0']);
    await letAllDie(world);
    const { client, queue } = world;
    const expected = { messages: 13, groups: ['SGTVT', 'TDM'] };
    expect(await countDeadLetters(queue)).toEqual(expected);
    expect(await countDeadLetters(queue)).toEqual(expected);
    expect(await drain(client, queue.deadLetterUrl)).toHaveLength(13);
  });
});

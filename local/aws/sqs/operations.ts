import * as z from 'zod';
import { operation, type Operation } from '../operation.ts';
import { findQueue, queueArn, queueNeed, queueUrl, type SqsParts } from './address.ts';
import { queueAttributes } from './attributes.ts';
import { batchOperations } from './batch-operations.ts';
import { receiveOperation } from './receive-operation.ts';
import { OneMessage, send } from './send-operation.ts';

const QueueUrl = z.object({ QueueUrl: z.string() });
const VisibilityTimeout = z.int().min(0).max(43_200);

/** The operations of SQS by their name in X-Amz-Target (`AmazonSQS.<name>`). */
export const sqsOperations = (parts: SqsParts): Readonly<Record<string, Operation>> => ({
  ...messageOperations(parts),
  ...batchOperations(parts),
  ...queueOperations(parts),
  ReceiveMessage: receiveOperation(parts),
});

const messageOperations = ({ queues }: SqsParts) => ({
  SendMessage: operation({
    input: QueueUrl.extend(OneMessage.shape),
    needs: queueNeed('sqs:SendMessage'),
    run: (input, { caller }) => send(queues, findQueue(queues, input.QueueUrl), { input, caller }),
  }),
  DeleteMessage: operation({
    input: QueueUrl.extend({ ReceiptHandle: z.string() }),
    needs: queueNeed('sqs:DeleteMessage'),
    run: ({ QueueUrl: url, ReceiptHandle: receipt }) => {
      queues.delete(findQueue(queues, url), receipt);
      return {};
    },
  }),
  ChangeMessageVisibility: operation({
    input: QueueUrl.extend({ ReceiptHandle: z.string(), VisibilityTimeout }),
    needs: queueNeed('sqs:ChangeMessageVisibility'),
    run: (input) => {
      const queue = findQueue(queues, input.QueueUrl);
      queues.changeVisibility(queue, input.ReceiptHandle, input.VisibilityTimeout);
      return {};
    },
  }),
});

const queueOperations = (parts: SqsParts) => ({
  GetQueueAttributes: operation({
    input: QueueUrl.extend({ AttributeNames: z.array(z.string()).default([]) }),
    needs: queueNeed('sqs:GetQueueAttributes'),
    run: ({ QueueUrl: url, AttributeNames: names }, { caller }) => {
      const queue = findQueue(parts.queues, url);
      return { Attributes: queueAttributes({ queue, queues: parts.queues, caller }, names) };
    },
  }),
  GetQueueUrl: operation({
    input: z.object({ QueueName: z.string() }),
    needs: ({ QueueName: name }, caller) => [
      { action: 'sqs:GetQueueUrl', resource: queueArn(name, caller) },
    ],
    run: ({ QueueName: name }, { caller }) => ({
      QueueUrl: queueUrl(parts, findQueue(parts.queues, name), caller),
    }),
  }),
  ListQueues: operation({
    input: z.object({ QueueNamePrefix: z.string().default('') }),
    needs: () => [{ action: 'sqs:ListQueues', resource: '*' }],
    run: ({ QueueNamePrefix: prefix }, { caller }) => ({
      QueueUrls: [...parts.queues.definitions.values()]
        .filter(({ name }) => name.startsWith(prefix))
        .map((queue) => queueUrl(parts, queue, caller)),
    }),
  }),
  PurgeQueue: operation({
    input: QueueUrl,
    needs: queueNeed('sqs:PurgeQueue'),
    run: ({ QueueUrl: url }) => {
      parts.queues.purge(findQueue(parts.queues, url));
      return {};
    },
  }),
});

import { formatArn, lastSegment } from '../arn.ts';
import type { Caller } from '../caller.ts';
import { AwsError } from '../error.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';

/** What the operations of SQS share. */
export interface SqsParts {
  readonly queues: Queues;
  /** Address of this endpoint, with which queue addresses begin. */
  readonly url: () => string;
}

/** A queue is known by the name at the end of its address, whatever host and account the address names. */
export function findQueue(queues: Queues, url: string): Queue {
  const queue = queues.definitions.get(lastSegment(url));
  if (queue === undefined)
    throw new AwsError(
      'com.amazonaws.sqs#QueueDoesNotExist',
      'The specified queue does not exist.',
      { queryCode: 'AWS.SimpleQueueService.NonExistentQueue' },
    );
  return queue;
}

export const queueNeed =
  (action: string) =>
  ({ QueueUrl: url }: { QueueUrl: string }, caller: Caller) => [
    { action, resource: queueArn(lastSegment(url), caller) },
  ];

export const queueArn = (name: string, { region, account }: Pick<Caller, 'region' | 'account'>) =>
  formatArn({ service: 'sqs', region, account, resource: name });

export const queueUrl = ({ url }: SqsParts, { name }: Queue, { account }: Caller) =>
  `${url()}/${account}/${name}`;

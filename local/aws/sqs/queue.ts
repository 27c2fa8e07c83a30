import * as z from 'zod';
import type { ResolvedResource, Resources } from '../../types.ts';
import { lastSegment } from '../arn.ts';

/** A queue as its template describes it; durations in seconds, as there. */
export interface Queue {
  readonly name: string;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  /** High-throughput FIFO: the same id in two groups is two messages. */
  readonly deduplicatesByGroup: boolean;
  readonly delaySeconds: number;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly waitSeconds: number;
  readonly maximumMessageBytes: number;
  readonly redrive: { readonly deadLetterQueue: string; readonly maxReceiveCount: number } | null;
}

const Redrive = z.looseObject({
  deadLetterTargetArn: z.string(),
  maxReceiveCount: z.coerce.number().int().min(1),
});
/** Defaults and limits of AWS. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-quotas.html */
const Properties = z.looseObject({
  FifoQueue: z.boolean().default(false),
  ContentBasedDeduplication: z.boolean().default(false),
  DeduplicationScope: z.enum(['queue', 'messageGroup']).default('queue'),
  DelaySeconds: z.coerce.number().int().min(0).max(900).default(0),
  VisibilityTimeout: z.coerce.number().int().min(0).max(43_200).default(30),
  MessageRetentionPeriod: z.coerce.number().int().min(60).max(1_209_600).default(345_600),
  ReceiveMessageWaitTimeSeconds: z.coerce.number().int().min(0).max(20).default(0),
  MaximumMessageSize: z.coerce.number().int().min(1024).max(1_048_576).default(1_048_576),
  RedrivePolicy: Redrive.optional(),
});

/** @throws naming the queue whose properties AWS would refuse, or whose dead-letter queue is not in the templates. */
export function queuesOf(resources: Resources): ReadonlyMap<string, Queue> {
  const queues = new Map(
    resources
      .ofType('AWS::SQS::Queue')
      .map(queueOf)
      .map((queue) => [queue.name, queue]),
  );
  for (const queue of queues.values()) assertRedrive(queue, queues);
  return queues;
}

function queueOf(resource: ResolvedResource): Queue {
  const parsed = Properties.safeParse(resource.properties);
  const { stack, logicalId } = resource;
  if (!parsed.success)
    throw new Error(`Queue ${stack}/${logicalId}: ${z.prettifyError(parsed.error)}`);
  const of = parsed.data;
  const { name } = resource;
  if (of.FifoQueue !== name.endsWith('.fifo'))
    throw new Error(`Queue ${name}: the name of a FIFO queue, and of no other, ends in .fifo`);
  return {
    name,
    fifo: of.FifoQueue,
    contentBasedDeduplication: of.ContentBasedDeduplication,
    deduplicatesByGroup: of.DeduplicationScope === 'messageGroup',
    delaySeconds: of.DelaySeconds,
    visibilityTimeoutSeconds: of.VisibilityTimeout,
    retentionSeconds: of.MessageRetentionPeriod,
    waitSeconds: of.ReceiveMessageWaitTimeSeconds,
    maximumMessageBytes: of.MaximumMessageSize,
    redrive: of.RedrivePolicy === undefined ? null : redriveOf(of.RedrivePolicy),
  };
}

const redriveOf = ({ deadLetterTargetArn, maxReceiveCount }: z.infer<typeof Redrive>) => ({
  deadLetterQueue: lastSegment(deadLetterTargetArn),
  maxReceiveCount,
});

function assertRedrive({ name, fifo, redrive }: Queue, queues: ReadonlyMap<string, Queue>) {
  if (redrive === null) return;
  const target = queues.get(redrive.deadLetterQueue);
  if (target === undefined)
    throw new Error(`Queue ${name}: no dead-letter queue is named ${redrive.deadLetterQueue}`);
  if (target.fifo !== fifo)
    throw new Error(`Queue ${name}: a dead-letter queue must be of its queue's type (FIFO or not)`);
}

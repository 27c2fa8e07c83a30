import {
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { err, ok, type Result } from '../../domain/result.ts';

/** Most that SendMessageBatch takes. */
export const BATCH_LIMIT = 10;

export interface SqsQueue {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** The lowest place of a batch that was not taken, and what the queue called it. */
export interface NotTaken {
  readonly at: number;
  readonly because: string;
}

export interface Entry extends Omit<SendMessageBatchRequestEntry, 'Id'> {
  /** Place of the message among all that are to be sent. */
  readonly at: number;
}

/** Sends at most `BATCH_LIMIT` messages. SQS may take some of a batch and refuse others. */
export async function sendBatch(
  { client, queueUrl }: SqsQueue,
  entries: readonly Entry[],
): Promise<Result<null, NotTaken>> {
  const command = new SendMessageBatchCommand({
    QueueUrl: queueUrl,
    Entries: entries.map(({ at, ...entry }) => ({ Id: String(at), ...entry })),
  });
  try {
    const { Failed: failed = [] } = await client.send(command);
    const [first] = failed.toSorted((a, b) => Number(a.Id) - Number(b.Id));
    return first === undefined ? ok(null) : notTaken(Number(first.Id), first.Code);
  } catch (thrown) {
    const because = thrown instanceof Error ? thrown.name : typeof thrown;
    return notTaken(entries[0]?.at ?? 0, because);
  }
}

const notTaken = (at: number, because = 'UNKNOWN') => err({ at, because });

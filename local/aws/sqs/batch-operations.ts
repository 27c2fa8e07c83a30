import * as z from 'zod';
import { AwsError } from '../error.ts';
import { operation } from '../operation.ts';
import { findQueue, queueNeed, type SqsParts } from './address.ts';
import { OneMessage, send } from './send-operation.ts';

const MAX_ENTRIES = 10;
const Entry = z.object({ Id: z.string() });
const batchOf = <E extends z.ZodObject>(entry: E) =>
  z.object({ QueueUrl: z.string(), Entries: z.array(entry) });

/** The batch forms: each entry succeeds or fails for itself. */
export const batchOperations = ({ queues }: SqsParts) => ({
  SendMessageBatch: operation({
    input: batchOf(Entry.extend(OneMessage.shape)),
    needs: queueNeed('sqs:SendMessage'),
    run: ({ QueueUrl: url, Entries: entries }, { caller }) => {
      const queue = findQueue(queues, url);
      return each(entries, (input) => send(queues, queue, { input, caller }));
    },
  }),
  DeleteMessageBatch: operation({
    input: batchOf(Entry.extend({ ReceiptHandle: z.string() })),
    needs: queueNeed('sqs:DeleteMessage'),
    run: ({ QueueUrl: url, Entries: entries }) => {
      const queue = findQueue(queues, url);
      return each(entries, ({ ReceiptHandle: receipt }) => {
        queues.delete(queue, receipt);
        return {};
      });
    },
  }),
});

function each<E extends { Id: string }>(entries: readonly E[], act: (entry: E) => object) {
  checkEntries(entries);
  const successful: object[] = [];
  const failed: object[] = [];
  for (const entry of entries) {
    try {
      successful.push({ Id: entry.Id, ...act(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const code = error.queryCode ?? error.code;
      failed.push({ Id: entry.Id, Code: code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful: successful, ...(failed.length > 0 ? { Failed: failed } : {}) };
}

function checkEntries(entries: readonly { Id: string }[]) {
  if (entries.length === 0)
    throw refused('EmptyBatchRequest', 'There should be at least one entry.');
  if (entries.length > MAX_ENTRIES)
    throw refused('TooManyEntriesInBatchRequest', `Maximum number of entries per request are 10.`);
  if (new Set(entries.map(({ Id: id }) => id)).size < entries.length)
    throw refused('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
}

const refused = (code: string, message: string) =>
  new AwsError(`com.amazonaws.sqs#${code}`, message, {
    queryCode: `AWS.SimpleQueueService.${code}`,
  });

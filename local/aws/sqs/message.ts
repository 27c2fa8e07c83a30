import type { MessageRow } from './database.ts';

/** FIFO numbers have 20 digits; the first is never 0, so that they sort as text too. */
export const sequenceNumber = (id: number): string => `1${String(id).padStart(19, '0')}`;

/** Opaque to its holder, and new with each delivery. */
export const receiptOf = (id: number, nonce: string): string =>
  Buffer.from(`${id} ${nonce}`).toString('base64url');

export function idOfReceipt(receipt: string): number | undefined {
  const [, id] = /^(\d+) [0-9a-f-]{36}$/.exec(Buffer.from(receipt, 'base64url').toString()) ?? [];
  return id === undefined ? undefined : Number(id);
}

/** The system attributes of a received message, as SQS and Lambda events name them. */
export function systemAttributes(row: MessageRow, sourceArn: (name: string) => string) {
  const optional = {
    AWSTraceHeader: row.trace_header,
    MessageGroupId: row.group_id,
    MessageDeduplicationId: row.deduplication_id,
    SequenceNumber: row.deduplication_id === null ? null : sequenceNumber(row.id),
    DeadLetterQueueSourceArn: row.dead_letter_source && sourceArn(row.dead_letter_source),
  };
  return {
    SenderId: row.sender_id,
    SentTimestamp: String(row.sent_at),
    ApproximateReceiveCount: String(row.receive_count),
    ApproximateFirstReceiveTimestamp: String(row.first_received_at ?? row.sent_at),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
  };
}

import type { MessageRow } from '../aws/sqs/database.ts';
import { type MessageAttributes, md5 } from '../aws/sqs/md5.ts';
import { systemAttributes } from '../aws/sqs/message.ts';
import { parseArn } from '../aws/arn.ts';
import { queueArn } from '../aws/sqs/address.ts';
import type { InvocationResult } from '../types.ts';
import { failedItems } from './failed-items.ts';
import type { QueueMapping } from './mapping.ts';

/** The message as Lambda hands it to the function. */
export function lambdaMessage(row: MessageRow, { sourceArn, region }: QueueMapping) {
  const arn = parseArn(sourceArn);
  const attributes = JSON.parse(row.attributes) as MessageAttributes;
  return {
    messageId: row.message_id,
    receiptHandle: row.receipt,
    body: row.body,
    attributes: systemAttributes(row, (name) => queueArn(name, arn)),
    messageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, attribute]) => [name, lambdaAttribute(attribute)]),
    ),
    md5OfBody: md5(row.body),
    eventSource: 'aws:sqs',
    eventSourceARN: sourceArn,
    awsRegion: region,
  };
}

const lambdaAttribute = ({ DataType, StringValue, BinaryValue }: MessageAttributes[string]) => ({
  dataType: DataType,
  ...(StringValue === undefined ? {} : { stringValue: StringValue }),
  ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
  stringListValues: [],
  binaryListValues: [],
});

/** What a filter looks at: a body that is a JSON object is compared member by member. */
export function filterView(row: MessageRow, mapping: QueueMapping): unknown {
  return { ...lambdaMessage(row, mapping), body: parsedBody(row.body) };
}

function parsedBody(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' ? parsed : body;
  } catch {
    return body;
  }
}

/** The messages that are done. */
export function doneMessages(
  { ok, payload }: InvocationResult,
  messages: readonly MessageRow[],
  { reportsFailures }: QueueMapping,
): readonly MessageRow[] {
  if (!ok) return [];
  if (!reportsFailures) return messages;
  const failed = failedItems(payload);
  if (failed === 'unreadable') return [];
  const ids = messages.map(({ message_id: id }) => id);
  // An id that is none of the batch's fails the whole batch, as on AWS.
  if (!failed.every((id) => ids.includes(id))) return [];
  return messages.filter(({ message_id: id }) => !failed.includes(id));
}

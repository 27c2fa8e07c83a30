import { createHash } from 'node:crypto';

export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string | undefined;
  /** Base64. */
  readonly BinaryValue?: string | undefined;
}
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

export const md5 = (text: string) => createHash('md5').update(text).digest('hex');

const STRING_TYPE = 1;
const BINARY_TYPE = 2;

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const attribute = attributes[name];
    if (attribute === undefined) continue;
    const { DataType: type, StringValue: text, BinaryValue: bytes } = attribute;
    for (const part of [name, type]) hash.update(withLength(Buffer.from(part)));
    hash.update(Buffer.from([text === undefined ? BINARY_TYPE : STRING_TYPE]));
    hash.update(
      withLength(text === undefined ? Buffer.from(bytes ?? '', 'base64') : Buffer.from(text)),
    );
  }
  return hash.digest('hex');
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

import type { IncomingMessage } from 'node:http';

/**
 * The body, or nothing when it is longer than `most` bytes. It is read to its end all the same: a client that is still
 * sending would not see the answer.
 */
export async function readBody(
  request: IncomingMessage,
  most: number,
): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= most) parts.push(part);
  }
  return length <= most ? Buffer.concat(parts) : undefined;
}

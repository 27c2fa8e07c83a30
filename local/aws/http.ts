import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AwsError } from './error.ts';

/** DynamoDB takes requests of up to 16 MB; nothing else takes more. */
const MAX_BODY_BYTES = 17 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES)
      throw new AwsError('RequestEntityTooLargeException', 'The request is too large', {
        status: 413,
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function sendJson(response: ServerResponse, body: unknown) {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(200, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': bytes.length,
    'x-amzn-requestid': randomUUID(),
  });
  response.end(bytes);
}

/** An error in the form of the AWS JSON protocols; anything unexpected is a 500, which the clients retry. */
export function sendError(response: ServerResponse, error: unknown) {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known =
    error instanceof AwsError
      ? error
      : new AwsError('InternalServerError', String(error), { status: 500 });
  const bytes = Buffer.from(JSON.stringify({ __type: known.code, message: known.message }));
  response.writeHead(known.status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': bytes.length,
    'x-amzn-requestid': randomUUID(),
    ...(known.queryCode === undefined ? {} : { 'x-amzn-query-error': `${known.queryCode};Sender` }),
  });
  response.end(bytes);
}

import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { AwsError } from '../error.ts';
import { element, xml } from './xml.ts';

export interface S3Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
}

export function sendAnswer(response: ServerResponse, { status, headers, body }: S3Answer): void {
  response.writeHead(status, {
    'content-length': body.length,
    'x-amz-request-id': randomUUID(),
    ...headers,
  });
  // Node leaves the body of an answer to HEAD out by itself.
  response.end(body);
}

export const xmlAnswer = (text: string, status = 200): S3Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from(text),
});

/** Names of errors that S3 has its own for. */
const S3_NAMES: Readonly<Record<string, string>> = { AccessDeniedException: 'AccessDenied' };

/** Anything unexpected is a 500, which clients try again. */
export function errorAnswer(error: unknown): S3Answer {
  const known =
    error instanceof AwsError
      ? error
      : new AwsError('InternalError', String(error), { status: 500 });
  const code = S3_NAMES[known.code] ?? known.code;
  const text = xml('Error', [element('Code', code), element('Message', known.message)]);
  return xmlAnswer(text, code === 'AccessDenied' ? 403 : known.status);
}

import type { IncomingMessage } from 'node:http';
import { AwsError } from '../error.ts';

/** A request in the path style, which clients use where the endpoint is an address: `/<bucket>/<key>?<query>`. */
export interface S3Request {
  readonly method: string;
  /** As it was sent: what was signed. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly bucket: string;
  /** Empty: the bucket itself is asked. */
  readonly key: string;
  readonly headers: IncomingMessage['headers'];
}

export function readS3Request({ method = '', url = '/', headers }: IncomingMessage): S3Request {
  const [path = '/', query = ''] = url.split('?', 2);
  const [, bucket = '', ...rest] = path.split('/');
  return {
    method,
    path,
    query: new URLSearchParams(query),
    bucket: decoded(bucket),
    key: decoded(rest.join('/')),
    headers,
  };
}

/** One value of a header, however it was sent. */
export const headerOf = ({ headers }: Pick<S3Request, 'headers'>, name: string) => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
};

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new AwsError('InvalidURI', 'Could not parse the specified URI.');
  }
}

import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Address, CheckedTarget } from './webhook-targets.ts';

/** The status alone counts. So much of an answer is read, for receivers that finish their work while it is. */
const RESPONSE_LIMIT_BYTES = 64 * 1024;
const HEADER_LIMIT_BYTES = 8 * 1024;

export interface Posting {
  readonly target: CheckedTarget;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/**
 * One POST, on a new connection to one of the addresses that were checked. Gives the status, follows nothing; rejects when no
 * status came.
 */
export const post = ({ target, headers, body, signal }: Posting): Promise<number> =>
  new Promise((resolve, reject) => {
    const { request } = target.url.protocol === 'https:' ? https : http;
    const outgoing = request(target.url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: always(target.addresses),
      // No connection is kept: it might outlive the check of its address.
      agent: false,
      maxHeaderSize: HEADER_LIMIT_BYTES,
      signal,
    });
    outgoing.on('response', (response) => {
      // What goes wrong from here on comes after the receiver has said how it went.
      const done = () => resolve(response.statusCode ?? 0);
      outgoing.off('error', reject).on('error', done);
      drain(response, done);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

function drain(response: IncomingMessage, done: () => void): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > RESPONSE_LIMIT_BYTES) response.destroy();
  });
  response.on('error', done);
  response.on('close', done);
}

/**
 * Stands in for the resolver: the name is not asked for a second time, when it might lead elsewhere. Node tries one
 * address after the other, so that a name with an IPv6 address is reached from where there is only IPv4.
 */
const always =
  (addresses: readonly Address[]): LookupFunction =>
  (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };

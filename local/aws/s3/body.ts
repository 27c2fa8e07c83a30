import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError } from '../error.ts';
import { headerOf, type S3Request } from './request.ts';

/** What is stored, with the checksum that came with it. */
export interface S3Body {
  readonly bytes: Buffer;
  /** Name of its header and base64, to be given back with the object; undefined where none was sent. */
  readonly checksum: readonly [header: string, value: string] | undefined;
}

const CHECKSUMS: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'x-amz-checksum-crc32': (bytes) => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(bytes));
    return sum;
  },
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest(),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest(),
};

/**
 * The bytes that a request carries, plain or in chunks with trailers (`aws-chunked`), held against their checksum.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 * @throws AwsError for bytes that are not what the sender meant, or a kind of checksum or chunk that is not played here.
 */
export function readS3Body(request: S3Request, sent: Buffer): S3Body {
  const { bytes, trailers } = unwrapped(request, sent);
  const name = [...trailers.keys(), ...Object.keys(request.headers)].find(isChecksum);
  if (name === undefined) return { bytes, checksum: undefined };
  const expected = trailers.get(name) ?? headerOf(request, name) ?? '';
  const sum = CHECKSUMS[name];
  if (sum === undefined) throw notPlayed(name);
  if (sum(bytes).toString('base64') !== expected)
    throw new AwsError('BadDigest', `The ${name} you specified did not match the calculated one.`);
  return { bytes, checksum: [name, expected] };
}

interface Unwrapped {
  readonly bytes: Buffer;
  readonly trailers: ReadonlyMap<string, string>;
}

function unwrapped(request: S3Request, sent: Buffer): Unwrapped {
  const payload = headerOf(request, 'x-amz-content-sha256') ?? '';
  if (payload.startsWith('STREAMING-AWS4')) throw notPlayed('chunks that are signed one by one');
  return payload === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
    ? unchunked(sent)
    : { bytes: sent, trailers: new Map() };
}

const isChecksum = (name: string) =>
  name.startsWith('x-amz-checksum-') && !['algorithm', 'mode', 'type'].includes(name.slice(15));

/** `<size in hex>[;extension]\r\n<bytes>\r\n` … `0\r\n<trailer>: <value>\r\n\r\n`. */
function unchunked(sent: Buffer): Unwrapped {
  const parts: Buffer[] = [];
  let at = 0;
  const line = (): string => {
    const end = sent.indexOf('\r\n', at);
    if (end < 0) throw incomplete();
    const text = sent.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  for (let size = sizeOf(line()); size > 0; size = sizeOf(line())) {
    if (at + size + 2 > sent.length) throw incomplete();
    parts.push(sent.subarray(at, at + size));
    at += size + 2;
  }
  const trailers = new Map<string, string>();
  for (let text = line(); text !== ''; text = line()) {
    const [name = '', value = ''] = text.split(/:\s*/, 2);
    trailers.set(name.toLowerCase(), value.trim());
    if (at >= sent.length) break;
  }
  return { bytes: Buffer.concat(parts), trailers };
}

function sizeOf(line: string): number {
  const size = parseInt(line, 16);
  if (Number.isNaN(size)) throw incomplete();
  return size;
}

const incomplete = () =>
  new AwsError('IncompleteBody', 'The request body terminated unexpectedly.');
const notPlayed = (what: string) =>
  new AwsError('NotImplemented', `The local host does not play ${what}.`, { status: 501 });

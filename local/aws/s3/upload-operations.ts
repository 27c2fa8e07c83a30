import { AwsError } from '../error.ts';
import { type S3Answer, xmlAnswer } from './answer.ts';
import { readS3Body } from './body.ts';
import { keptHeaders } from './kept-headers.ts';
import type { S3Request } from './request.ts';
import type { S3Parts } from './service.ts';
import type { KeptPart, NamedPart } from './uploads.ts';
import { element, xml } from './xml.ts';

export type Operate = (
  parts: Pick<S3Parts, 'store' | 'clock'>,
  request: S3Request,
  body: Buffer,
) => S3Answer;

const NOTHING = Buffer.alloc(0);

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const LEAST_PART_BYTES = 5 * 1024 * 1024;
const MOST_PARTS = 10_000;

/** What the parameters of the query make of a request; undefined where it is of no upload. */
export function uploadOperation({ method, query }: S3Request): Operate | undefined {
  if (query.has('uploads')) return method === 'POST' ? begin : undefined;
  if (!query.has('uploadId')) return undefined;
  return { PUT: part, POST: complete, DELETE: abort }[method];
}

const begin: Operate = ({ store }, request) => {
  const { bucket, key } = request;
  const uploadId = store.uploads.begin({ bucket, key, headers: keptHeaders(request) });
  return xmlAnswer(
    xml('InitiateMultipartUploadResult', [
      element('Bucket', bucket),
      element('Key', key),
      element('UploadId', uploadId),
    ]),
  );
};

const part: Operate = (parts, request, sent) => {
  const uploadId = idOf(request);
  partsOf(parts, request);
  const number = Number(request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > MOST_PARTS)
    throw new AwsError('InvalidArgument', 'Part number must be an integer between 1 and 10000.');
  const { bytes, checksum } = readS3Body(request, sent);
  const etag = parts.store.uploads.putPart(uploadId, number, bytes);
  const answered = checksum === undefined ? {} : { [checksum[0]]: checksum[1] };
  return { status: 200, headers: { etag, ...answered }, body: NOTHING };
};

const complete: Operate = (parts, request, body) => {
  const kept = partsOf(parts, request);
  const named = namedParts(body.toString());
  assertWhole(named, kept);
  const numbers = named.map(({ number }) => number);
  const { etag } = parts.store.uploads.complete(idOf(request), numbers, parts.clock.now());
  return xmlAnswer(
    xml('CompleteMultipartUploadResult', [
      element('Bucket', request.bucket),
      element('Key', request.key),
      element('ETag', etag),
    ]),
  );
};

const abort: Operate = (parts, request) => {
  partsOf(parts, request);
  parts.store.uploads.remove(idOf(request));
  return { status: 204, headers: {}, body: NOTHING };
};

const idOf = ({ query }: S3Request): string => query.get('uploadId') ?? '';

function partsOf({ store }: Parameters<Operate>[0], request: S3Request): readonly KeptPart[] {
  const found = store.uploads.find(idOf(request), request);
  if (found === undefined)
    throw new AwsError('NoSuchUpload', 'The specified multipart upload does not exist.', {
      status: 404,
    });
  return found;
}

const namedParts = (text: string): readonly NamedPart[] =>
  [...text.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
    number: Number(/<PartNumber>(\d+)<\/PartNumber>/.exec(part)?.[1]),
    etag: (/<ETag>([^<]*)<\/ETag>/.exec(part)?.[1] ?? '').replaceAll(/&quot;|&#34;|"/g, ''),
  }));

function assertWhole(named: readonly NamedPart[], kept: readonly KeptPart[]): void {
  if (named.length === 0) throw new AwsError('MalformedXML', 'The XML names no part.');
  if (named.some(({ number }, place) => number <= (named[place - 1]?.number ?? 0)))
    throw new AwsError('InvalidPartOrder', 'The list of parts was not in ascending order.');
  const byNumber = new Map(kept.map((one) => [one.number, one]));
  for (const [place, { number, etag }] of named.entries()) {
    const found = byNumber.get(number);
    if (found?.etag !== `"${etag}"`)
      throw new AwsError('InvalidPart', 'One or more of the specified parts could not be found.');
    if (place < named.length - 1 && found.size < LEAST_PART_BYTES)
      throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum.');
  }
}

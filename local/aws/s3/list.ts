import { AwsError } from '../error.ts';
import type { S3Request } from './request.ts';
import type { ObjectHead, ObjectStore } from './store.ts';
import { element, xml } from './xml.ts';

const MOST_KEYS = 1_000;

/** ListObjectsV2. A token names the last key of the page before. */
export function listObjects({ bucket, query }: S3Request, store: ObjectStore): string {
  if (query.get('list-type') !== '2')
    throw new AwsError('NotImplemented', 'The local host lists by ListObjectsV2 only.', {
      status: 501,
    });
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = Math.min(MOST_KEYS, Number(query.get('max-keys') ?? MOST_KEYS));
  const token = query.get('continuation-token');
  const start = token === null ? (query.get('start-after') ?? '') : fromToken(token);
  const page = pageOf({ bucket, prefix, delimiter, limit, start }, store);
  return xml('ListBucketResult', [
    element('Name', bucket),
    element('Prefix', prefix),
    element('MaxKeys', limit),
    element('KeyCount', page.objects.length + page.prefixes.length),
    element('IsTruncated', page.next !== undefined),
    ...(page.next === undefined ? [] : [element('NextContinuationToken', toToken(page.next))]),
    ...page.objects.map(contents),
    ...page.prefixes.map((one) => `<CommonPrefixes>${element('Prefix', one)}</CommonPrefixes>`),
  ]);
}

interface PageQuestion {
  readonly bucket: string;
  readonly prefix: string;
  readonly delimiter: string;
  readonly limit: number;
  readonly start: string;
}

interface Page {
  readonly objects: ObjectHead[];
  readonly prefixes: string[];
  readonly next: string | undefined;
}

/** What shares its beginning up to the delimiter is one entry, and is stepped over as a whole. */
function pageOf(
  { bucket, prefix, delimiter, limit, start }: PageQuestion,
  store: ObjectStore,
): Page {
  const page = { objects: [] as ObjectHead[], prefixes: [] as string[] };
  let after = start;
  for (let count = 0; count < limit; count += 1) {
    const [found] = store.list({ bucket, prefix, after, limit: 1 });
    if (found === undefined) return { ...page, next: undefined };
    const end = delimiter === '' ? -1 : found.key.indexOf(delimiter, prefix.length);
    if (end < 0) page.objects.push(found);
    else page.prefixes.push(found.key.slice(0, end + delimiter.length));
    after = end < 0 ? found.key : `${found.key.slice(0, end + delimiter.length)}\u{10ffff}`;
  }
  const [more] = store.list({ bucket, prefix, after, limit: 1 });
  return { ...page, next: more === undefined ? undefined : after };
}

const contents = ({ key, etag, size, modifiedAt }: ObjectHead): string =>
  `<Contents>${[
    element('Key', key),
    element('LastModified', new Date(modifiedAt).toISOString()),
    element('ETag', etag),
    element('Size', size),
    element('StorageClass', 'STANDARD'),
  ].join('')}</Contents>`;

const toToken = (key: string) => Buffer.from(key).toString('base64url');
const fromToken = (token: string) => Buffer.from(token, 'base64url').toString();

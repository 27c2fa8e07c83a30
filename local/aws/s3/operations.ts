import { AwsError } from '../error.ts';
import { type S3Answer, xmlAnswer } from './answer.ts';
import { readS3Body } from './body.ts';
import { keptHeaders, overriddenHeaders } from './kept-headers.ts';
import { listObjects } from './list.ts';
import { headerOf, type S3Request } from './request.ts';
import type { ObjectHead } from './store.ts';
import { type Operate, uploadOperation } from './upload-operations.ts';

const NOTHING = Buffer.alloc(0);

/** Objects with their conditions, in one piece or in parts, and lists of them. Whatever else S3 can do says so. */
export function operate(parts: Parameters<Operate>[0], request: S3Request, body: Buffer): S3Answer {
  const { method, key, query } = request;
  const ofUpload = key === '' ? undefined : uploadOperation(request);
  if (ofUpload !== undefined) return ofUpload(parts, request, body);
  const asked = [...query.keys()].find((name) => UNPLAYED.includes(name));
  const operation = key === '' ? bucketOperations[method] : objectOperations[method];
  if (operation === undefined || asked !== undefined)
    throw new AwsError(
      'NotImplemented',
      `The local host does not play ${method} ${key === '' ? 'of a bucket' : 'of an object'}${asked === undefined ? '' : ` with ?${asked}`}.`,
      { status: 501 },
    );
  return operation(parts, request, body);
}

/** What a parameter of the query would make another operation of. */
const UNPLAYED = ['uploads', 'versionId', 'versions', 'tagging', 'acl'];

const get: Operate = ({ store }, request) => {
  const head = found(store.head(request.bucket, request.key));
  const headers = { ...headersOf(head), ...overriddenHeaders(request) };
  const unchanged = headerOf(request, 'if-none-match') === head.etag;
  if (unchanged) return { status: 304, headers, body: NOTHING };
  assertMatches(request, head);
  return { status: 200, headers, body: store.read(request.bucket, request.key) ?? NOTHING };
};

const put: Operate = ({ store, clock }, request, sent) => {
  if (headerOf(request, 'x-amz-copy-source') !== undefined)
    throw new AwsError('NotImplemented', 'The local host does not copy objects.', { status: 501 });
  const { bytes, checksum } = readS3Body(request, sent);
  const { bucket, key } = request;
  const before = store.head(bucket, key);
  assertMatches(request, before);
  if (headerOf(request, 'if-none-match') === '*' && before !== undefined)
    throw preconditionFailed();
  const headers = { ...keptHeaders(request), ...(checksum && { [checksum[0]]: checksum[1] }) };
  const { etag } = store.put({ bucket, key, bytes, headers, at: clock.now() });
  const answered = checksum === undefined ? {} : { [checksum[0]]: checksum[1] };
  return { status: 200, headers: { etag, ...answered }, body: NOTHING };
};

const remove: Operate = ({ store }, { bucket, key }) => {
  store.remove(bucket, key);
  return { status: 204, headers: {}, body: NOTHING };
};

const objectOperations: Readonly<Record<string, Operate>> = {
  GET: get,
  HEAD: get,
  PUT: put,
  DELETE: remove,
};
const bucketOperations: Readonly<Record<string, Operate>> = {
  GET: ({ store }, request) => xmlAnswer(listObjects(request, store)),
};

/** `If-Match` of an object that is not there is told so, as S3 does for a write. */
function assertMatches(request: S3Request, head: ObjectHead | undefined): void {
  const wanted = headerOf(request, 'if-match');
  if (wanted === undefined) return;
  if (found(head).etag !== quoted(wanted)) throw preconditionFailed();
}

function found(head: ObjectHead | undefined): ObjectHead {
  if (head === undefined)
    throw new AwsError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
  return head;
}

const preconditionFailed = () =>
  new AwsError(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { status: 412 },
  );

/** Clients may leave the quotation marks out. */
const quoted = (etag: string) => (etag.startsWith('"') ? etag : `"${etag}"`);

const headersOf = ({ etag, modifiedAt, headers }: ObjectHead) => ({
  ...headers,
  etag,
  'last-modified': new Date(modifiedAt).toUTCString(),
  'accept-ranges': 'bytes',
});

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AwsError } from '../error.ts';
import { headerOf, type S3Request } from './request.ts';

/** What a Signature Version 4 says, in its header or in the address. */
interface Signed {
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly headers: readonly string[];
  readonly signature: string;
  /** `20200302T000000Z` */
  readonly at: string;
  /** Of the body, or why there is none. */
  readonly payload: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request,\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/;

/**
 * Holds the signature against the request as it came. How old that of a header is does not matter: functions sign by a clock that
 * moves. A link ends by that clock.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 * @throws AwsError where it is another's, the request was changed after it, or the time of the link has passed.
 */
export function assertSigned(request: S3Request, secret: string, now: number): void {
  const signed = isLink(request) ? readLink(request, now) : readHeader(request);
  const expected = signatureOf(signed, textToSign(request, signed), secret);
  if (!timingSafeEqual(Buffer.from(signed.signature, 'hex'), expected))
    throw new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      { status: 403 },
    );
}

const isLink = ({ query }: S3Request): boolean => query.has('X-Amz-Signature');

/** The body must be the one that was signed; its chunks carry checksums of their own. */
export function assertBodySigned(request: S3Request, body: Buffer): void {
  if (isLink(request)) return;
  const signed = headerOf(request, 'x-amz-content-sha256') ?? '';
  if (signed === 'UNSIGNED-PAYLOAD' || signed.startsWith('STREAMING-')) return;
  if (signed !== sha256(body))
    throw new AwsError(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
}

function readHeader(request: S3Request): Signed {
  const authorization = headerOf(request, 'authorization') ?? '';
  const matched = AUTHORIZATION.exec(authorization);
  if (matched === null)
    throw new AwsError('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  const [, date = '', region = '', service = '', headers = '', signature = ''] = matched;
  const said = (name: string) => headerOf(request, name) ?? '';
  return {
    ...{ date, region, service, headers: headers.split(';'), signature },
    ...{ at: said('x-amz-date'), payload: said('x-amz-content-sha256') },
  };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
function readLink({ query }: S3Request, now: number): Signed {
  const said = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  const [, date = '', region = '', service = ''] = said('Credential').split('/');
  const at = said('Date');
  const since = Date.parse(
    at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
  if (!(now < since + Number(said('Expires')) * 1_000))
    throw new AwsError('AccessDenied', 'Request has expired', { status: 403 });
  return {
    ...{ date, region, service, at, payload: 'UNSIGNED-PAYLOAD' },
    headers: said('SignedHeaders').split(';'),
    signature: said('Signature').padStart(SIGNATURE_LENGTH, '0').slice(0, SIGNATURE_LENGTH),
  };
}

const SIGNATURE_LENGTH = 64;

function textToSign(request: S3Request, signed: Signed): string {
  const { date, region, service, headers, at, payload } = signed;
  const canonical = [
    request.method,
    request.path.split('/').map(encodedOnce).join('/'),
    canonicalQuery(request.query),
    ...headers.map((name) => `${name}:${(headerOf(request, name) ?? '').trim()}`),
    '',
    headers.join(';'),
    payload,
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  return ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
}

function signatureOf({ date, region, service }: Signed, text: string, secret: string): Buffer {
  const key = [date, region, service, 'aws4_request'].reduce<Buffer>(
    (before, part) => hmac(before, part),
    Buffer.from(`AWS4${secret}`),
  );
  return hmac(key, text);
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');

const encodedOnce = (part: string) => encoded(decodeURIComponent(part));

/** Everything but what RFC 3986 calls unreserved. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

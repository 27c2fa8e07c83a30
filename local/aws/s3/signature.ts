import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AwsError } from '../error.ts';
import { headerOf, type S3Request } from './request.ts';

/** What a Signature Version 4 header says. */
interface Signed {
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly headers: readonly string[];
  readonly signature: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request,\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/;

/**
 * Holds the signature against the request as it came. How old it is does not matter: functions sign by a clock that moves.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 * @throws AwsError where it is another's, or the request was changed after it.
 */
export function assertSigned(request: S3Request, secret: string): void {
  const signed = readSignature(headerOf(request, 'authorization') ?? '');
  const expected = signatureOf(signed, textToSign(request, signed), secret);
  if (!timingSafeEqual(Buffer.from(signed.signature, 'hex'), expected))
    throw new AwsError(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
      { status: 403 },
    );
}

/** The body must be the one that was signed; its chunks carry checksums of their own. */
export function assertBodySigned(request: S3Request, body: Buffer): void {
  const signed = headerOf(request, 'x-amz-content-sha256') ?? '';
  if (signed === 'UNSIGNED-PAYLOAD' || signed.startsWith('STREAMING-')) return;
  if (signed !== sha256(body))
    throw new AwsError(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
}

function readSignature(authorization: string): Signed {
  const [, date, region, service, headers, signature] = AUTHORIZATION.exec(authorization) ?? [];
  if (date === undefined || region === undefined || service === undefined)
    throw new AwsError('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  return { date, region, service, headers: headers?.split(';') ?? [], signature: signature ?? '' };
}

function textToSign(request: S3Request, { date, region, service, headers }: Signed): string {
  const canonical = [
    request.method,
    request.path.split('/').map(encodedOnce).join('/'),
    canonicalQuery(request.query),
    ...headers.map((name) => `${name}:${(headerOf(request, name) ?? '').trim()}`),
    '',
    headers.join(';'),
    headerOf(request, 'x-amz-content-sha256') ?? '',
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const at = headerOf(request, 'x-amz-date') ?? '';
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

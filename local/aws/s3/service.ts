import type { Access } from '../../iam/access.ts';
import type { HostClock } from '../../types.ts';
import { type Caller, LOCAL_SECRET } from '../caller.ts';
import { AwsError } from '../error.ts';
import type { Exchange } from '../exchange.ts';
import { assertPermitted } from '../permitted.ts';
import { errorAnswer, type S3Answer, sendAnswer } from './answer.ts';
import { listNeed, s3Needs } from './needs.ts';
import { operate } from './operations.ts';
import { readS3Request, type S3Request } from './request.ts';
import { assertBodySigned, assertSigned } from './signature.ts';
import type { ObjectStore } from './store.ts';

export interface S3Parts {
  readonly access: Access;
  /** Names of the templates' buckets. */
  readonly buckets: readonly string[];
  readonly store: ObjectStore;
  readonly clock: HostClock;
}

/** S3 speaks HTTP with bodies of its own, errors in XML among them, so it answers for itself. */
export function serveS3(parts: S3Parts, { incoming, response, body, caller }: Exchange): void {
  sendAnswer(response, answerTo(parts, { incoming, body, caller }));
}

type Asked = Pick<Exchange, 'incoming' | 'body' | 'caller'>;

function answerTo(parts: S3Parts, { incoming, body, caller }: Asked): S3Answer {
  try {
    const request = readS3Request(incoming);
    assertSigned(request, LOCAL_SECRET, parts.clock.now());
    assertBodySigned(request, body);
    assertAllowed(parts.access, request, caller);
    if (!parts.buckets.includes(request.bucket))
      throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 });
    assertMayMiss(parts, request, caller);
    return operate(parts, request, body);
  } catch (error) {
    return errorAnswer(error);
  }
}

function assertAllowed(access: Access, request: S3Request, { principal }: Caller): void {
  if (principal !== null) assertPermitted(access, principal, s3Needs(request));
}

/** Who may not list is not told whether an object is missing. */
function assertMayMiss({ access, store }: S3Parts, request: S3Request, { principal }: Caller) {
  const { method, bucket, key } = request;
  const reads = key !== '' && (method === 'GET' || method === 'HEAD');
  if (reads && principal !== null && store.head(bucket, key) === undefined)
    assertPermitted(access, principal, [listNeed({ bucket, query: new URLSearchParams() })]);
}

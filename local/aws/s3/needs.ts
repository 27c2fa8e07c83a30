import { contextOf, type Need } from '../../iam/context.ts';
import { headerOf, type S3Request } from './request.ts';

const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`;

/**
 * What a request has to be allowed. Overwriting only what has a known content needs the right to read it too.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function s3Needs(request: S3Request): readonly Need[] {
  const { method, bucket, key, query } = request;
  if (key === '') return [listNeed(request)];
  const on = (action: string): Need => ({ action, resource: `${bucketArn(bucket)}/${key}` });
  if (query.has('uploadId') && method === 'DELETE') return [on('s3:AbortMultipartUpload')];
  if (method === 'PUT' || method === 'POST') {
    const write = on('s3:PutObject');
    return headerOf(request, 'if-match') === undefined ? [write] : [write, on('s3:GetObject')];
  }
  return [on(method === 'DELETE' ? 's3:DeleteObject' : 's3:GetObject')];
}

/** Whoever may list a bucket is told that an object is missing; to others it is forbidden ground. */
export const listNeed = ({ bucket, query }: Pick<S3Request, 'bucket' | 'query'>): Need => ({
  action: 's3:ListBucket',
  resource: bucketArn(bucket),
  context: contextOf({
    's3:prefix': valueOf(query, 'prefix'),
    's3:delimiter': valueOf(query, 'delimiter'),
    's3:max-keys': valueOf(query, 'max-keys'),
  }),
});

function valueOf(query: URLSearchParams, name: string): readonly string[] | undefined {
  const value = query.get(name);
  return value === null ? undefined : [value];
}

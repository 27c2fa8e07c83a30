import { originOf, pathOf, type S3Place, signerFor } from './s3-requests.ts';

export interface S3Link {
  readonly key: string;
  /** What the browser calls the file. */
  readonly fileName: string;
  readonly seconds: number;
  readonly at: Date;
}

/**
 * The address under which whoever has it may fetch one object for so many seconds. On AWS it ends with the credentials of the
 * function that made it as well.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export async function linkTo(place: S3Place, { key, fileName, seconds, at }: S3Link) {
  const { protocol, hostname, port, host } = originOf(place);
  const path = pathOf(place, key);
  const signed = await signerFor(place).presign(
    {
      method: 'GET',
      protocol,
      hostname,
      ...(port !== '' && { port: Number(port) }),
      path,
      query: { 'response-content-disposition': `attachment; filename="${fileName}"` },
      headers: { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    },
    { expiresIn: seconds, signingDate: at },
  );
  const query = Object.entries(signed.query ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return `${protocol}//${host}${path}?${query.join('&')}`;
}

import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  aFunction,
  anEndpoint,
  cleanUps,
  clientAs,
  getArn,
  resourcesOf,
  temporaryFolder,
} from '../test-host.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const BUCKET = 'learning';
const inBucket = (path: string) => ({ 'Fn::Join': ['', [getArn('Bucket'), path]] });

async function setup(
  dir = temporaryFolder(cleanUp),
  ...statements: readonly Record<string, unknown>[]
) {
  const resources = resourcesOf({
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: BUCKET } },
    ...aFunction('drafts', ...statements),
  });
  const endpoint = await anEndpoint(cleanUp, { resources, dir });
  const clientOf = (name: string) => new S3Client(clientAs(name, endpoint));
  return { dir, endpoint, clientOf, operator: clientOf('operator') };
}

const put = (client: S3Client, Key: string, rest: Partial<PutObjectCommandInput> = {}) =>
  client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'one', ...rest }));
const get = async (client: S3Client, Key: string) => {
  const found = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return found.Body!.transformToByteArray();
};
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe('an object', () => {
  it('is what was put, with its type, its own metadata and when it was changed', async () => {
    const { operator } = await setup();
    const { ETag } = await put(operator, 'a/b c+ü.json', {
      ContentType: 'application/json',
      Metadata: { version: 'm1' },
    });
    const head = await operator.send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: 'a/b c+ü.json' }),
    );
    expect(head).toMatchObject({
      ETag,
      ContentLength: 3,
      ContentType: 'application/json',
      Metadata: { version: 'm1' },
      LastModified: new Date(Date.UTC(2020, 2, 2)),
    });
    expect(textOf(await get(operator, 'a/b c+ü.json'))).toBe('one');
  });

  it('of any bytes and any key comes back the same', async () => {
    const { operator } = await setup();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter(isUsualKey),
        fc.uint8Array({ maxLength: 300 }),
        async (key, bytes) => {
          await put(operator, key, { Body: bytes });
          expect(await get(operator, key)).toEqual(new Uint8Array(bytes));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('comes in chunks with a checksum behind them where it is a stream', async () => {
    const { operator } = await setup();
    const bytes = Buffer.alloc(300_000, 'kẹt cống ');
    const sent = await put(operator, 'streamed', {
      Body: Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]),
      ContentLength: bytes.length,
    });
    expect(sent.ChecksumCRC32).toBeDefined();
    expect(Buffer.from(await get(operator, 'streamed')).equals(bytes)).toBe(true);
  });

  it.each(['CRC32', 'SHA1', 'SHA256'] as const)('is held against its %s', async (algorithm) => {
    const { operator } = await setup();
    await put(operator, 'a', { ChecksumAlgorithm: algorithm });
    expect(textOf(await get(operator, 'a'))).toBe('one');
    const wrong = put(operator, 'a', { [`Checksum${algorithm}`]: 'AAAAAA==' });
    await expect(wrong).rejects.toMatchObject({ name: 'BadDigest' });
  });

  it('that is not there is told so', async () => {
    const { operator } = await setup();
    await expect(get(operator, 'a')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await put(operator, 'a');
    await operator.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'a' }));
    await operator.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'a' }));
    await expect(get(operator, 'a')).rejects.toMatchObject({ name: 'NoSuchKey' });
    const elsewhere = new GetObjectCommand({ Bucket: 'other', Key: 'a' });
    await expect(operator.send(elsewhere)).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('outlives the host', async () => {
    const { dir, endpoint, operator } = await setup();
    await put(operator, 'a', { Body: 'first' });
    await put(operator, 'a', { Body: 'second' });
    await endpoint.close();
    const again = await setup(dir);
    expect(textOf(await get(again.operator, 'a'))).toBe('second');
  });
});

describe('a write with a condition', () => {
  it('makes an object once', async () => {
    const { operator } = await setup();
    await put(operator, 'a', { IfNoneMatch: '*' });
    await expect(put(operator, 'a', { IfNoneMatch: '*', Body: 'two' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect(textOf(await get(operator, 'a'))).toBe('one');
  });

  it('changes what is still as it was read', async () => {
    const { operator } = await setup();
    const { ETag: first } = await put(operator, 'a');
    await put(operator, 'a', { IfMatch: first, Body: 'two' });
    const late = put(operator, 'a', { IfMatch: first, Body: 'three' });
    await expect(late).rejects.toMatchObject({ name: 'PreconditionFailed' });
    const missing = put(operator, 'b', { IfMatch: first });
    await expect(missing).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
    expect(textOf(await get(operator, 'a'))).toBe('two');
  });
});

describe('a list', () => {
  it('holds keys in order, page by page, from where it is asked', async () => {
    const { operator } = await setup();
    for (const key of ['b/2', 'a', 'b/10', 'b/1', 'c&<>']) await put(operator, key);
    const list = (input: object) =>
      operator.send(new ListObjectsV2Command({ Bucket: BUCKET, ...input }));
    const keys = ({ Contents = [] }: Awaited<ReturnType<typeof list>>) =>
      Contents.map(({ Key }) => Key);
    expect(keys(await list({}))).toEqual(['a', 'b/1', 'b/10', 'b/2', 'c&<>']);
    expect(keys(await list({ Prefix: 'b/', StartAfter: 'b/1' }))).toEqual(['b/10', 'b/2']);
    const first = await list({ MaxKeys: 2 });
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2 });
    const next = await list({ MaxKeys: 3, ContinuationToken: first.NextContinuationToken });
    expect(keys(next)).toEqual(['b/10', 'b/2', 'c&<>']);
    expect(next).toMatchObject({ IsTruncated: false });
    const folders = await list({ Delimiter: '/' });
    expect(keys(folders)).toEqual(['a', 'c&<>']);
    expect(folders.CommonPrefixes).toEqual([{ Prefix: 'b/' }]);
  });
});

describe('who may', () => {
  const reads = { Action: 's3:GetObject', Resource: inBucket('/models/*') };

  it('is asked for each object', async () => {
    const { operator, clientOf } = await setup(undefined, reads);
    await put(operator, 'models/1');
    await put(operator, 'examples/1');
    const drafts = clientOf('drafts');
    expect(textOf(await get(drafts, 'models/1'))).toBe('one');
    const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
    await expect(get(drafts, 'examples/1')).rejects.toMatchObject(denied);
    await expect(put(drafts, 'models/1')).rejects.toMatchObject(denied);
  });

  it('hears that an object is missing only with the right to list', async () => {
    const { clientOf } = await setup(undefined, reads);
    await expect(get(clientOf('drafts'), 'models/1')).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    const lister = await setup(undefined, reads, {
      Action: 's3:ListBucket',
      Resource: getArn('Bucket'),
    });
    await expect(get(lister.clientOf('drafts'), 'models/1')).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });

  it('needs the right to read for a write that depends on what is there', async () => {
    const writes = { Action: 's3:PutObject', Resource: inBucket('/models/*') };
    const { clientOf } = await setup(undefined, writes);
    const { ETag } = await put(clientOf('drafts'), 'models/1');
    const changed = put(clientOf('drafts'), 'models/1', { IfMatch: ETag });
    await expect(changed).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('lists what the prefix of its grant says', async () => {
    const { clientOf } = await setup(undefined, {
      Action: 's3:ListBucket',
      Resource: getArn('Bucket'),
      Condition: { StringLike: { 's3:prefix': 'models/*' } },
    });
    const list = (Prefix: string) =>
      clientOf('drafts').send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix }));
    await list('models/');
    await expect(list('examples/')).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('is known by a signature that fits the request', async () => {
    const { endpoint, operator } = await setup();
    const stranger = new S3Client({
      ...clientAs('operator', endpoint),
      credentials: { accessKeyId: 'operator', secretAccessKey: 'guessed' },
    });
    await expect(put(stranger, 'a')).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(get(operator, 'a')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

/** S3 has them, and HTTP clients take them away. */
const isUsualKey = (key: string) =>
  key.isWellFormed() &&
  !key.split('/').some((part) => part === '.' || part === '..' || part === '');

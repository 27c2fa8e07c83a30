import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { linkTo } from '../../../shared/adapters/s3/s3-links.ts';
import { LOCAL_SECRET } from '../caller.ts';
import {
  aFunction,
  anEndpoint,
  cleanUps,
  clientAs,
  getArn,
  resourcesOf,
  standingClock,
  temporaryFolder,
} from '../test-host.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const BUCKET = 'files';
const KEY = 'binh-duong/files/o/e.csv';
const LARGE = Buffer.alloc(5 * 1024 * 1024, 'một dòng\r\n');

async function setup(dir = temporaryFolder(cleanUp), ...actions: readonly string[]) {
  const resources = resourcesOf({
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: BUCKET } },
    ...aFunction('exporter', {
      Action: actions.length === 0 ? ['s3:PutObject'] : actions,
      Resource: { 'Fn::Join': ['', [getArn('Bucket'), '/binh-duong/files/*']] },
    }),
  });
  const clock = standingClock();
  const endpoint = await anEndpoint(cleanUp, { resources, dir, clock });
  const clientOf = (name: string) => new S3Client(clientAs(name, endpoint));
  return { dir, clock, endpoint, operator: clientOf('operator'), exporter: clientOf('exporter') };
}

const place = { Bucket: BUCKET, Key: KEY };

async function begun(client: S3Client): Promise<{ UploadId: string }> {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ ...place, ContentType: 'text/csv' }),
  );
  return { UploadId: UploadId! };
}

const putting =
  (client: S3Client, upload: { UploadId: string }) =>
  async (PartNumber: number, Body: Buffer | string) => {
    const sent = new UploadPartCommand({ ...place, ...upload, PartNumber, Body });
    const { ETag } = await client.send(sent);
    return { PartNumber, ETag };
  };

const complete = (
  client: S3Client,
  upload: { UploadId: string },
  Parts: { PartNumber: number; ETag: string | undefined }[],
) =>
  client.send(
    new CompleteMultipartUploadCommand({ ...place, ...upload, MultipartUpload: { Parts } }),
  );

describe('an upload in parts', () => {
  it('shows nothing before it is complete, and then all of its parts in their order', async () => {
    const { exporter, operator } = await setup();
    const upload = await begun(exporter);
    const second = await putting(exporter, upload)(2, Buffer.from('end'));
    const first = await putting(exporter, upload)(1, LARGE);
    await expect(operator.send(new HeadObjectCommand(place))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await complete(exporter, upload, [first, second]);
    const found = await operator.send(new GetObjectCommand(place));
    expect(found.ContentType).toBe('text/csv');
    expect(found.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    const bytes = Buffer.from(await found.Body!.transformToByteArray());
    expect(bytes.equals(Buffer.concat([LARGE, Buffer.from('end')]))).toBe(true);
  });

  it('outlives the host, and a part once more takes the place of the one before', async () => {
    const { dir, endpoint, exporter } = await setup();
    const upload = await begun(exporter);
    await putting(exporter, upload)(1, Buffer.from('first try'));
    await endpoint.close();
    const again = await setup(dir);
    const part = await putting(again.exporter, upload)(1, Buffer.from('second'));
    await complete(again.exporter, upload, [part]);
    const found = await again.operator.send(new GetObjectCommand(place));
    expect(await found.Body!.transformToString()).toBe('second');
  });

  it('is refused where a part is missing, out of order, or too small', async () => {
    const { exporter } = await setup();
    const upload = await begun(exporter);
    const small = await putting(exporter, upload)(1, Buffer.from('small'));
    const last = await putting(exporter, upload)(2, Buffer.from('last'));
    const refused = (name: string, parts: Parameters<typeof complete>[2]) =>
      expect(complete(exporter, upload, parts)).rejects.toMatchObject({ name });
    await refused('EntityTooSmall', [small, last]);
    await refused('InvalidPartOrder', [last, small]);
    await refused('InvalidPart', [{ PartNumber: 3, ETag: small.ETag }]);
    await refused('InvalidPart', [{ PartNumber: 1, ETag: last.ETag }]);
  });

  it('that was aborted is no more, and to abort is a right of its own', async () => {
    const { dir, exporter, endpoint } = await setup();
    const upload = await begun(exporter);
    const part = await putting(exporter, upload)(1, Buffer.from('x'));
    const abort = (client: S3Client) =>
      client.send(new AbortMultipartUploadCommand({ ...place, ...upload }));
    await expect(abort(exporter)).rejects.toMatchObject({ name: 'AccessDenied' });
    await endpoint.close();
    const again = await setup(dir, 's3:PutObject', 's3:AbortMultipartUpload');
    await abort(again.exporter);
    await expect(complete(again.exporter, upload, [part])).rejects.toMatchObject({
      name: 'NoSuchUpload',
    });
  });
});

describe('a link', () => {
  async function linked(accessKeyId: string) {
    const { endpoint, operator, clock } = await setup(undefined, 's3:GetObject');
    await operator.send(new PutObjectCommand({ ...place, Body: 'một,hai' }));
    const credentials = { accessKeyId, secretAccessKey: LOCAL_SECRET };
    const of = { bucket: BUCKET, region: 'ap-southeast-1', endpoint: endpoint.url, credentials };
    const url = await linkTo(of, {
      key: KEY,
      fileName: '1022-vu-viec.csv',
      seconds: 900,
      at: new Date(clock.now()),
    });
    return { url, clock };
  }

  it('gives the object to whoever has it, under the name that it says', async () => {
    const { url } = await linked('exporter');
    const answer = await fetch(url);
    expect([answer.status, await answer.text()]).toEqual([200, 'một,hai']);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="1022-vu-viec.csv"',
    );
  });

  it('ends when it says, by the clock of the host', async () => {
    const { url, clock } = await linked('exporter');
    clock.advance(899_000);
    expect((await fetch(url)).status).toBe(200);
    clock.advance(1_000);
    expect((await fetch(url)).status).toBe(403);
  });

  it('that was changed opens nothing', async () => {
    const { url } = await linked('exporter');
    expect((await fetch(url.replace('e.csv', 'f.csv'))).status).toBe(403);
    expect((await fetch(url.replace('=900', '=9000'))).status).toBe(403);
  });
});

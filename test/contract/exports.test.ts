import { afterEach, expect, it } from 'vitest';
import { LOCAL_SECRET, OPERATOR } from '../../local/aws/caller.ts';
import { anEndpoint, cleanUps, resourcesOf, standingClock } from '../../local/aws/test-host.ts';
import { tableFormats } from '../../shared/adapters/files/table-formats.ts';
import {
  InMemoryExportFiles,
  InMemoryExportStore,
} from '../../shared/adapters/memory/in-memory-exports.ts';
import { S3ExportFiles } from '../../shared/adapters/s3/export-files.ts';
import { S3ExportLinks } from '../../shared/adapters/s3/export-links.ts';
import { S3ExportStore } from '../../shared/adapters/s3/export-store.ts';
import { S3Objects } from '../../shared/adapters/s3/s3-objects.ts';
import { S3Uploads } from '../../shared/adapters/s3/s3-uploads.ts';
import { createAdvanceExport } from '../../shared/usecases/advance-export.ts';
import { aQuestion, exporting } from '../support/exporting.ts';
import { GeneratedCases } from '../support/generated-cases.ts';
import { exportsContract } from './exports-contract.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

async function inS3() {
  const resources = resourcesOf({
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'files' } },
  });
  const clock = standingClock();
  const { url: endpoint } = await anEndpoint(cleanUp, { resources, clock });
  const credentials = { accessKeyId: OPERATOR, secretAccessKey: LOCAL_SECRET };
  const place = { bucket: 'files', region: 'ap-southeast-1', endpoint, credentials };
  return {
    exports: new S3ExportStore(new S3Objects(place)),
    files: new S3ExportFiles(new S3Uploads(place), tableFormats),
    links: new S3ExportLinks(place, { now: () => new Date(clock.now()) }),
    fetched: async (url: string) => {
      const answer = await fetch(url);
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
    },
  };
}

exportsContract('in memory', () => {
  const files = new InMemoryExportFiles();
  const fetched = (url: string) => {
    const [jurisdictionId = '', owner = '', exportId = ''] = url.replace('memory:', '').split('/');
    // The link is made of the reference.
    const found = files.file({ jurisdictionId, owner, exportId } as Parameters<
      typeof files.file
    >[0]);
    return Promise.resolve(found && Buffer.from(found));
  };
  return Promise.resolve({ exports: new InMemoryExportStore(), files, links: files, fetched });
});
exportsContract('in S3', inS3);

it('an export of many parts arrives in S3 as it is in memory', async () => {
  const CASES = 40_000;
  const { exports, files, links, fetched } = await inS3();
  const inMemory = exporting({ cases: new GeneratedCases(CASES, 80) });
  const one = await inMemory.started(
    aQuestion({ columns: ['trackingCode', 'summary', 'service', 'lead'] }),
  );
  await exports.save({ export: one, tag: null });
  const advance = createAdvanceExport({ ...inMemory.ports, exports, files });
  while ((await advance(one, () => false)).outcome === 'UNFINISHED');
  const done = await exports.find(one);
  expect(done?.export).toMatchObject({ status: 'done', rows: CASES });
  await inMemory.advance(one, () => true);
  const bytes = await fetched((await links.link(done!.export)).url);
  expect(bytes!.length).toBeGreaterThan(files.leastPartBytes);
  expect(bytes!.equals(inMemory.files.file(one)!)).toBe(true);
});

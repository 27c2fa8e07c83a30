import { afterEach, describe, expect, it } from 'vitest';
import { LOCAL_SECRET, OPERATOR } from '../../local/aws/caller.ts';
import { anEndpoint, cleanUps, resourcesOf, standingClock } from '../../local/aws/test-host.ts';
import {
  InMemoryOpenDataFiles,
  InMemoryOpenDataIndex,
  InMemoryOpenDataWork,
} from '../../shared/adapters/memory/in-memory-open-data.ts';
import { S3OpenDataLinks } from '../../shared/adapters/s3/open-data-links.ts';
import {
  S3OpenDataFiles,
  S3OpenDataIndex,
  S3OpenDataWork,
} from '../../shared/adapters/s3/open-data-store.ts';
import { S3Objects } from '../../shared/adapters/s3/s3-objects.ts';
import { S3Uploads } from '../../shared/adapters/s3/s3-uploads.ts';
import { OpenIssue } from '../../shared/domain/open-data/open-issue.ts';
import type { OpenWork } from '../../shared/domain/open-data/open-work.ts';
import type {
  OpenDataFiles,
  OpenDataIndex,
  OpenDataLinks,
  OpenDataWork,
  OpenFileRef,
} from '../../shared/ports/open-data.ts';
import { jurisdictionId } from '../support/case-builder.ts';
import { madeUpCases, tallyOf } from '../support/open-month.ts';

interface OpenDataPorts {
  readonly index: OpenDataIndex;
  readonly work: OpenDataWork;
  readonly files: OpenDataFiles;
  readonly links: OpenDataLinks;
  /** What is behind a link; undefined where there is nothing. */
  readonly fetched: (url: string) => Promise<Buffer | undefined>;
}

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const anIssue = (month: string): OpenIssue =>
  OpenIssue.parse({
    month,
    issuedAt: '2020-05-01T20:15:00.000Z',
    modifiedAt: '2020-05-01T20:15:00.000Z',
    checkedAt: '2020-05-01T20:15:00.000Z',
    fingerprint: 'f',
    files: [{ dataset: 'cases', format: 'csv', rows: 5, bytes: 9, sha256: '0'.repeat(64) }],
  });

const ref: OpenFileRef = {
  month: '2020-03',
  modifiedAt: '2020-05-01T20:15:00.000Z',
  dataset: 'cases',
  format: 'csv',
};

function openDataContract(where: string, setup: () => Promise<OpenDataPorts>): void {
  describe(`open data ${where}`, () => {
    it('are none at first; what is published is found, and moves on from what was read alone', async () => {
      const { index } = await setup();
      const none = await index.find(jurisdictionId);
      expect(none).toEqual({ index: { issues: [] }, tag: null });
      const march = { issues: [anIssue('2020-03')] };
      expect(await index.save(jurisdictionId, { index: march, tag: null })).toMatchObject({
        ok: true,
      });
      expect(await index.save(jurisdictionId, { index: { issues: [] }, tag: null })).toMatchObject({
        error: { code: 'OPEN_INDEX_MOVED' },
      });
      const held = await index.find(jurisdictionId);
      expect(held.index).toEqual(march);
      const both = { issues: [anIssue('2020-03'), anIssue('2020-04')] };
      await index.save(jurisdictionId, { index: both, tag: held.tag });
      expect((await index.find(jurisdictionId)).index).toEqual(both);
    });

    it('of a month under way are kept until there is nothing under way', async () => {
      const { work } = await setup();
      expect(await work.find(jurisdictionId)).toBeUndefined();
      const { kept: tally } = tallyOf(madeUpCases(1, 50));
      const begun: OpenWork = { month: '2020-03', asOf: ref.modifiedAt, after: 'x', tally };
      await work.save(jurisdictionId, begun);
      expect(await work.find(jurisdictionId)).toEqual(begun);
      await work.save(jurisdictionId, null);
      expect(await work.find(jurisdictionId)).toBeUndefined();
    });

    it('are fetched by their link as they were written, however many stretches they are', async () => {
      const { files, links, fetched } = await setup();
      const stretches = Array.from({ length: 12 }, (_, n) => `dòng ${n}\n`.repeat(100_000));
      const written = await files.write(jurisdictionId, ref, stretches);
      const whole = Buffer.from(stretches.join(''));
      expect((await fetched(await links.link(jurisdictionId, ref)))?.equals(whole)).toBe(true);
      expect(written.bytes).toBe(whole.length);
      const other = { ...ref, modifiedAt: '2020-06-01T20:15:00.000Z' };
      expect(await fetched(await links.link(jurisdictionId, other))).toBeUndefined();
    });

    it('have the checksum that anybody reckons of them', async () => {
      const { files } = await setup();
      expect((await files.write(jurisdictionId, ref, ['a', 'bc'])).sha256).toBe(
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      );
      expect(await files.write(jurisdictionId, ref, [])).toMatchObject({ bytes: 0 });
    });

    it('are nowhere while they are being written', async () => {
      const { files, links, fetched } = await setup();
      function* broken() {
        yield 'x'.repeat(6 * 1024 * 1024);
        throw new Error('Out of time');
      }
      await expect((async () => files.write(jurisdictionId, ref, broken()))()).rejects.toThrow(
        'Out of time',
      );
      expect(await fetched(await links.link(jurisdictionId, ref))).toBeUndefined();
    });
  });
}

openDataContract('in memory', () => {
  const files = new InMemoryOpenDataFiles();
  return Promise.resolve({
    index: new InMemoryOpenDataIndex(),
    work: new InMemoryOpenDataWork(),
    ...{ files, links: files, fetched: (url: string) => Promise.resolve(files.fetched(url)) },
  });
});

openDataContract('in S3', async () => {
  const resources = resourcesOf({
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'files' } },
  });
  const clock = standingClock();
  const { url: endpoint } = await anEndpoint(cleanUp, { resources, clock });
  const credentials = { accessKeyId: OPERATOR, secretAccessKey: LOCAL_SECRET };
  const place = { bucket: 'files', region: 'ap-southeast-1', endpoint, credentials };
  const objects = new S3Objects(place);
  return {
    index: new S3OpenDataIndex(objects),
    work: new S3OpenDataWork(objects),
    files: new S3OpenDataFiles(new S3Uploads(place)),
    links: new S3OpenDataLinks(place, { now: () => new Date(clock.now()) }),
    fetched: async (url: string) => {
      const answer = await fetch(url);
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
    },
  };
});

import { afterEach } from 'vitest';
import { LOCAL_SECRET, OPERATOR } from '../../local/aws/caller.ts';
import { anEndpoint, cleanUps, resourcesOf } from '../../local/aws/test-host.ts';
import {
  InMemoryExampleStore,
  InMemoryModelStore,
  InMemoryReportStore,
} from '../../shared/adapters/memory/in-memory-learning.ts';
import { S3ExampleStore } from '../../shared/adapters/s3/example-store.ts';
import { S3ModelStore } from '../../shared/adapters/s3/model-store.ts';
import { S3ReportStore } from '../../shared/adapters/s3/report-store.ts';
import { S3Objects } from '../../shared/adapters/s3/s3-objects.ts';
import { learningContract } from './learning-contract.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

async function inS3() {
  const resources = resourcesOf({
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'learning' } },
  });
  const { url: endpoint } = await anEndpoint(cleanUp, { resources });
  const objects = new S3Objects({
    bucket: 'learning',
    region: 'ap-southeast-1',
    endpoint,
    credentials: { accessKeyId: OPERATOR, secretAccessKey: LOCAL_SECRET },
  });
  return {
    models: new S3ModelStore(objects),
    reports: new S3ReportStore(objects),
    examples: new S3ExampleStore(objects),
  };
}

learningContract('in memory', () =>
  Promise.resolve({
    models: new InMemoryModelStore(),
    reports: new InMemoryReportStore(),
    examples: new InMemoryExampleStore(),
  }),
);
learningContract('in S3', inS3);

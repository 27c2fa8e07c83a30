import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCountedCases } from '../../shared/adapters/dynamodb/statistics-lists.ts';
import {
  S3OpenDataFiles,
  S3OpenDataIndex,
  S3OpenDataWork,
} from '../../shared/adapters/s3/open-data-store.ts';
import { S3Objects } from '../../shared/adapters/s3/s3-objects.ts';
import { S3Uploads } from '../../shared/adapters/s3/s3-uploads.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { loadOpenTerms } from '../../shared/jurisdictions/open-data-terms.ts';
import { PublishOpenDataEnv, readEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createPublishOpenData } from '../../shared/usecases/publish-open-data.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';
import { s3Place } from '../s3-container.ts';

export const publishOpenDataContainer = () => {
  const env = readEnv(PublishOpenDataEnv);
  const client = createDocumentClient();
  const dated = datedJurisdiction(client, env);
  const place = s3Place(env.FILES_BUCKET_NAME);
  const objects = new S3Objects(place);
  const ports = {
    counted: new DynamoDbCountedCases({ client, tableName: env.STATISTICS_TABLE_NAME }),
    index: new S3OpenDataIndex(objects),
    work: new S3OpenDataWork(objects),
    files: new S3OpenDataFiles(new S3Uploads(place)),
    ...{ clock, digest, terms: loadOpenTerms(env.JURISDICTION_ID) },
  };
  return {
    jurisdictionId: dated.jurisdictionId,
    publishOpenData: byJurisdictionNow(dated, ({ jurisdiction }) =>
      createPublishOpenData({ ...ports, jurisdiction, context: statisticsContext(jurisdiction) }),
    ),
  };
};

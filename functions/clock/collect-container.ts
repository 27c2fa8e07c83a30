import { DynamoDbCasePlaces } from '../../shared/adapters/dynamodb/case-places.ts';
import { DynamoDbCaseRepository } from '../../shared/adapters/dynamodb/case-repository.ts';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { KmsCaseKeys } from '../../shared/adapters/kms/case-keys.ts';
import { S3ExampleStore } from '../../shared/adapters/s3/example-store.ts';
import { SecretFingerprints } from '../../shared/adapters/secrets-manager/fingerprints.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { CollectExamplesEnv, readEnv } from '../../shared/platform/env.ts';
import { createCollectExamples } from '../../shared/usecases/collect-examples.ts';
import { learningObjects } from '../learning-container.ts';

export const collectContainer = () => {
  const env = readEnv(CollectExamplesEnv);
  const { jurisdictionId, jurisdiction } = loadJurisdiction(env.JURISDICTION_ID);
  const client = createDocumentClient();
  const table = { tableName: env.CASES_TABLE_NAME, sla: jurisdiction.sla };
  return {
    jurisdictionId,
    collectExamples: createCollectExamples({
      cases: new DynamoDbCaseRepository(client, table),
      places: new DynamoDbCasePlaces(client, table),
      keys: new KmsCaseKeys(env.DATA_KEY_ID),
      examples: new S3ExampleStore(learningObjects(env)),
      clock: systemClock,
      jurisdiction,
      retentionDays: env.EXAMPLE_RETENTION_DAYS,
      fingerprints: new SecretFingerprints(env.PEPPER_SECRET_ID),
    }),
  };
};

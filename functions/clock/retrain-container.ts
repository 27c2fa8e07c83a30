import { join } from 'node:path';
import { S3ExampleStore } from '../../shared/adapters/s3/example-store.ts';
import { S3ModelStore } from '../../shared/adapters/s3/model-store.ts';
import { S3ReportStore } from '../../shared/adapters/s3/report-store.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { hexDigest } from '../../shared/adapters/system/digest.ts';
import { readMaterial } from '../../shared/adapters/system/training-texts.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import { readEnv, RetrainEnv } from '../../shared/platform/env.ts';
import { createRetrainClassifier } from '../../shared/usecases/retrain-classifier.ts';
import { learningObjects } from '../learning-container.ts';

/** Beside the code, where the bundler puts what the bundled model was made of. */
const folderOf = (jurisdictionId: string) => join(__dirname, 'assets', jurisdictionId);

export const retrainContainer = () => {
  const env = readEnv(RetrainEnv);
  const objects = learningObjects(env);
  const jurisdictionId = JurisdictionId.parse(env.JURISDICTION_ID);
  return {
    jurisdictionId,
    retrainClassifier: createRetrainClassifier({
      models: new S3ModelStore(objects),
      reports: new S3ReportStore(objects),
      examples: new S3ExampleStore(objects),
      clock: systemClock,
      digest: hexDigest,
      material: () => readMaterial(folderOf(jurisdictionId)),
      retentionDays: env.EXAMPLE_RETENTION_DAYS,
    }),
  };
};

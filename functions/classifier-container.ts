import { join } from 'node:path';
import { S3ModelStore } from '../shared/adapters/s3/model-store.ts';
import { IMPATIENT } from '../shared/adapters/s3/s3-requests.ts';
import { systemClock } from '../shared/adapters/system/clock.ts';
import { hexDigest } from '../shared/adapters/system/digest.ts';
import { FileTextClassifier } from '../shared/adapters/system/text-classifier.ts';
import type { JurisdictionId } from '../shared/domain/case.ts';
import { createTextClassifier } from '../shared/domain/text/classifier.ts';
import { decodeModel } from '../shared/domain/text/model.ts';
import { bundledModelOf } from '../shared/jurisdictions/bundled-models.ts';
import { causeOf, log } from '../shared/platform/logger.ts';
import { createCurrentClassifier } from '../shared/usecases/current-classifier.ts';
import { learningObjects } from './learning-container.ts';
import { assetsOf } from './province-assets.ts';

/** The model that was learned last, or the bundled one: the same for whoever proposes. */
export const currentClassifier = (
  jurisdictionId: JurisdictionId,
  env: { readonly LEARNING_BUCKET_NAME: string },
) =>
  createCurrentClassifier(
    {
      models: new S3ModelStore(learningObjects(env, IMPATIENT)),
      bundled: new FileTextClassifier(join(assetsOf(jurisdictionId), 'model.bin')),
      bundledVersion: bundledModelOf(jurisdictionId),
      clock: systemClock,
      digest: hexDigest,
      open: (bytes) => createTextClassifier(decodeModel(bytes)),
      onFailure: (thrown) => log('MODEL_NOT_READ', causeOf(thrown)),
    },
    jurisdictionId,
  );

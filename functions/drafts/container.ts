import { join } from 'node:path';
import { S3ModelStore } from '../../shared/adapters/s3/model-store.ts';
import { IMPATIENT } from '../../shared/adapters/s3/s3-objects.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { hexDigest } from '../../shared/adapters/system/digest.ts';
import { FileTextClassifier } from '../../shared/adapters/system/text-classifier.ts';
import { NamedPlaces } from '../../shared/adapters/system/named-places.ts';
import type { JurisdictionId } from '../../shared/domain/case.ts';
import { createTextClassifier } from '../../shared/domain/text/classifier.ts';
import { decodeModel } from '../../shared/domain/text/model.ts';
import { bundledModelOf } from '../../shared/jurisdictions/bundled-models.ts';
import { DraftsEnv, readEnv } from '../../shared/platform/env.ts';
import { causeOf, log } from '../../shared/platform/logger.ts';
import { createCurrentClassifier } from '../../shared/usecases/current-classifier.ts';
import { createFindDuplicates } from '../../shared/usecases/find-duplicates.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createProposeDraft } from '../../shared/usecases/propose-draft.ts';
import { createSearchCases } from '../../shared/usecases/search-cases.ts';
import { routingPorts, staffFinder } from '../container.ts';
import { assetsOf } from '../province-assets.ts';
import { learningObjects } from '../learning-container.ts';

export const draftsContainer = () => {
  const env = readEnv(DraftsEnv);
  const assets = assetsOf(env.JURISDICTION_ID);
  const routing = routingPorts(env);
  const ports = { ...routing, classifier: classifierOf(routing.jurisdictionId, env) };
  const draftPorts = {
    ...ports,
    placeFinder: new NamedPlaces(ports.jurisdiction, assets),
    findDuplicates: byJurisdictionNow(ports, createFindDuplicates),
    searchCases: createSearchCases(ports),
  };
  return {
    jurisdictionId: ports.jurisdictionId,
    jurisdiction: ports.jurisdiction,
    findStaff: staffFinder(env),
    proposeDraft: byJurisdictionNow(draftPorts, createProposeDraft),
  };
};

const classifierOf = (
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

export type DraftsDeps = ReturnType<typeof draftsContainer>;

import { join } from 'node:path';
import { FileTextClassifier } from '../../shared/adapters/system/text-classifier.ts';
import { NamedPlaces } from '../../shared/adapters/system/named-places.ts';
import { DraftsEnv, readEnv } from '../../shared/platform/env.ts';
import { createFindDuplicates } from '../../shared/usecases/find-duplicates.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createProposeDraft } from '../../shared/usecases/propose-draft.ts';
import { createSearchCases } from '../../shared/usecases/search-cases.ts';
import { routingPorts, staffFinder } from '../container.ts';
import { assetsOf } from '../province-assets.ts';

export const draftsContainer = () => {
  const env = readEnv(DraftsEnv);
  const assets = assetsOf(env.JURISDICTION_ID);
  const ports = {
    ...routingPorts(env),
    classifier: new FileTextClassifier(join(assets, 'model.bin')),
  };
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

export type DraftsDeps = ReturnType<typeof draftsContainer>;

import { join } from 'node:path';
import { FileTextClassifier } from '../../shared/adapters/system/text-classifier.ts';
import { NamedPlaces } from '../../shared/adapters/system/named-places.ts';
import { DraftsEnv, readEnv } from '../../shared/platform/env.ts';
import { createFindDuplicates } from '../../shared/usecases/find-duplicates.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createProposeDraft } from '../../shared/usecases/propose-draft.ts';
import { createSearchCases } from '../../shared/usecases/search-cases.ts';
import { routingPorts, staffFinder } from '../container.ts';

/** Beside the code, where the bundler puts the models. */
const modelOf = (jurisdictionId: string) => join(__dirname, 'assets', jurisdictionId, 'model.bin');

export const draftsContainer = () => {
  const env = readEnv(DraftsEnv);
  const ports = {
    ...routingPorts(env),
    classifier: new FileTextClassifier(modelOf(env.JURISDICTION_ID)),
  };
  const draftPorts = {
    ...ports,
    placeFinder: new NamedPlaces(ports.jurisdiction),
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

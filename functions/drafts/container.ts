import { NamedPlaces } from '../../shared/adapters/system/named-places.ts';
import { DraftsEnv, readEnv } from '../../shared/platform/env.ts';
import { createFindDuplicates } from '../../shared/usecases/find-duplicates.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createProposeDraft } from '../../shared/usecases/propose-draft.ts';
import { createSearchCases } from '../../shared/usecases/search-cases.ts';
import { routingPorts, staffFinder } from '../container.ts';
import { currentClassifier } from '../classifier-container.ts';
import { assetsOf } from '../province-assets.ts';

export const draftsContainer = () => {
  const env = readEnv(DraftsEnv);
  const assets = assetsOf(env.JURISDICTION_ID);
  const routing = routingPorts(env);
  const ports = { ...routing, classifier: currentClassifier(routing.jurisdictionId, env) };
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

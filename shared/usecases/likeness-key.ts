import type { JurisdictionId } from '../domain/case.ts';
import type { Fingerprints } from '../ports/keys.ts';

/** The key under which the words of a jurisdiction's cases are compared with each other. */
export const likenessKey = (
  { jurisdictionId }: { readonly jurisdictionId: JurisdictionId },
  fingerprints: Pick<Fingerprints, 'sign'>,
): Promise<string> => fingerprints.sign('likeness', jurisdictionId);

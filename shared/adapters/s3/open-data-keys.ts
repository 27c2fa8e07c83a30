import type { JurisdictionId } from '../../domain/case.ts';
import type { OpenFileRef } from '../../ports/open-data.ts';

/** A prefix of its own: who gives it out sees nothing else of the bucket, and its life cycle forgets none of it. */
const under = (jurisdictionId: JurisdictionId, path: string): string =>
  `${jurisdictionId}/open/${path}`;

export const indexKey = (jurisdictionId: JurisdictionId): string =>
  under(jurisdictionId, 'index.json');

/** Beside it: what is under way holds what is not told, and is the publisher's alone. */
export const workKey = (jurisdictionId: JurisdictionId): string =>
  `${jurisdictionId}/open-work/work.json`;

export const openFileKey = (
  jurisdictionId: JurisdictionId,
  { month, modifiedAt, dataset, format }: OpenFileRef,
): string =>
  under(jurisdictionId, `${month}/${modifiedAt.replace(/[-:.]/g, '')}-${dataset}.${format}`);

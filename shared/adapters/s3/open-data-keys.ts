import type { JurisdictionId } from '../../domain/case.ts';
import type { OpenFileRef } from '../../ports/open-data.ts';

/** A prefix of its own: who gives it out sees nothing else of the bucket, and its life cycle forgets none of it. */
const under = (jurisdictionId: JurisdictionId, path: string): string =>
  `${jurisdictionId}/open/${path}`;

export const indexKey = (jurisdictionId: JurisdictionId): string =>
  under(jurisdictionId, 'index.json');

export const workKey = (jurisdictionId: JurisdictionId): string =>
  under(jurisdictionId, 'work.json');

export const openFileKey = (
  jurisdictionId: JurisdictionId,
  { month, modifiedAt, dataset, format }: OpenFileRef,
): string =>
  under(jurisdictionId, `${month}/${modifiedAt.replace(/[-:.]/g, '')}-${dataset}.${format}`);

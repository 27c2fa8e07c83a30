import type { Jurisdiction } from './jurisdiction-lookups.ts';
import type { Period } from './statistics-period.ts';

/** By which places a period is told of: districts while there were any on its last day, wards since. */
export const areaLevelOf = (
  { to }: Period,
  { districts }: Pick<Jurisdiction, 'districts'>,
): 'district' | 'ward' =>
  districts.some(({ validUntil }) => validUntil === undefined || validUntil >= to)
    ? 'district'
    : 'ward';

import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';

/** The jurisdiction with the calendar and the routing rules that hold now; a publication is seen within a minute. */
export type JurisdictionNow = () => Promise<Jurisdiction>;

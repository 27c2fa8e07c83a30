import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';

/** The jurisdiction with the calendar that holds now; a publication is seen within a minute. */
export type JurisdictionNow = () => Promise<Jurisdiction>;

import type { JurisdictionId } from '../domain/case.ts';
import type { Preferences } from '../domain/preferences.ts';

/** What people chose for themselves, by the subject of their token. */
export interface PreferenceStore {
  find(jurisdictionId: JurisdictionId, subject: string): Promise<Preferences | undefined>;
  save(jurisdictionId: JurisdictionId, subject: string, preferences: Preferences): Promise<void>;
}

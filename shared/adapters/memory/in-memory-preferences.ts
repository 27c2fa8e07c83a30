import type { JurisdictionId } from '../../domain/case.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { PreferenceStore } from '../../ports/preference-store.ts';

export class InMemoryPreferences implements PreferenceStore {
  readonly #kept = new Map<string, Preferences>();

  find(jurisdictionId: JurisdictionId, subject: string): Promise<Preferences | undefined> {
    return Promise.resolve(structuredClone(this.#kept.get(`${jurisdictionId}/${subject}`)));
  }

  save(jurisdictionId: JurisdictionId, subject: string, preferences: Preferences): Promise<void> {
    this.#kept.set(`${jurisdictionId}/${subject}`, structuredClone(preferences));
    return Promise.resolve();
  }
}

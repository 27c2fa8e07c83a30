import type { Jurisdiction } from '../../domain/jurisdiction-lookups.ts';
import {
  locate,
  type PlaceFound,
  type PlaceNames,
  placeNames,
} from '../../domain/place/find-place.ts';
import type { PlaceFinder } from '../../ports/place-finder.ts';

/** Places by the names of a jurisdiction's areas, looked up at the first question. */
export class NamedPlaces implements PlaceFinder {
  readonly #jurisdiction: Pick<Jurisdiction, 'areas' | 'districts'>;
  #names: PlaceNames | undefined;

  constructor(jurisdiction: Pick<Jurisdiction, 'areas' | 'districts'>) {
    this.#jurisdiction = jurisdiction;
  }

  find(question: Parameters<PlaceFinder['find']>[0]): Promise<PlaceFound> {
    const { areas, districts } = this.#jurisdiction;
    this.#names ??= placeNames(areas);
    return Promise.resolve(locate(question, { names: this.#names, districts }));
  }
}

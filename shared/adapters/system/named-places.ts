import type { Jurisdiction } from '../../domain/jurisdiction-lookups.ts';
import {
  findPlace,
  nearestDistrict,
  type PlaceFound,
  type PlaceNames,
  placeNames,
} from '../../domain/place/find-place.ts';
import type { PlaceFinder } from '../../ports/place-finder.ts';

/** Places by the names of a jurisdiction's areas; what words leave open a point may tell. */
export class NamedPlaces implements PlaceFinder {
  readonly #jurisdiction: Pick<Jurisdiction, 'areas' | 'districts'>;
  #names: PlaceNames | undefined;

  constructor(jurisdiction: Pick<Jurisdiction, 'areas' | 'districts'>) {
    this.#jurisdiction = jurisdiction;
  }

  find({ text, point }: Parameters<PlaceFinder['find']>[0]): Promise<PlaceFound> {
    this.#names ??= placeNames(this.#jurisdiction.areas);
    const named = findPlace(text, this.#names);
    return Promise.resolve(
      named.certainty !== 'certain' && point !== undefined
        ? nearestDistrict(point, this.#jurisdiction.districts)
        : named,
    );
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Jurisdiction } from '../../domain/jurisdiction-lookups.ts';
import type { PlaceFound } from '../../domain/place/find-place.ts';
import type { LandmarksFile } from '../../domain/place/landmark.ts';
import { type PlaceSource, placesOf, type Places } from '../../domain/place/places.ts';
import { decodePolygons } from '../../domain/place/polygons.ts';
import type { PlaceFinder } from '../../ports/place-finder.ts';

/**
 * Places by the names and borders of a jurisdiction. Landmarks and borders lie in files beside the code, and are read at the
 * first question: most requests never need them. A jurisdiction need have neither.
 */
export class NamedPlaces implements PlaceFinder {
  readonly #jurisdiction: PlaceSource;
  readonly #folder: string | undefined;
  #places: Places | undefined;

  constructor(jurisdiction: Jurisdiction, folder?: string) {
    this.#jurisdiction = jurisdiction;
    this.#folder = folder;
  }

  find(question: Parameters<PlaceFinder['find']>[0]): Promise<PlaceFound> {
    return Promise.resolve(this.findNow(question));
  }

  /** The same for tools that answer line by line. */
  findNow(question: Parameters<PlaceFinder['find']>[0]): PlaceFound {
    this.#places ??= placesOf(this.#jurisdiction, readPlaceFiles(this.#folder));
    return this.#places(question);
  }
}

export const POLYGONS_FILE = 'polygons.bin';
export const LANDMARKS_FILE = 'landmarks.json';

function readPlaceFiles(folder: string | undefined) {
  const read = (name: string): Buffer | undefined => {
    const path = folder === undefined ? undefined : join(folder, name);
    return path !== undefined && existsSync(path) ? readFileSync(path) : undefined;
  };
  const landmarks = read(LANDMARKS_FILE)?.toString('utf8');
  const polygons = read(POLYGONS_FILE);
  return {
    // The build has checked this very file (scripts/check-jurisdictions.ts), as it has the others of the province.
    ...(landmarks !== undefined && { landmarks: JSON.parse(landmarks) as LandmarksFile }),
    ...(polygons !== undefined && { polygons: decodePolygons(polygons) }),
  };
}

import type { Jurisdiction } from '../jurisdiction-lookups.ts';
import type { Hospital } from '../jurisdiction-hospital.ts';
import { areaCodeOfWard } from '../area.ts';
import { localDayIn } from '../statistics-period.ts';
import { findPlace, type PlaceFound } from './find-place.ts';
import type { Landmark, LandmarksFile } from './landmark.ts';
import { NO_LANDMARKS } from './no-landmarks.ts';
import { divisionOn, locate } from './locate.ts';
import type { Point } from './nearest.ts';
import { placeIndex, type PlaceIndex } from './place-index.ts';
import type { AreaPolygons } from './polygons.ts';

export type PlaceSource = Pick<
  Jurisdiction,
  'areas' | 'districts' | 'wards2025' | 'hospitals' | 'calendarData'
>;

export interface PlaceFiles {
  readonly landmarks?: LandmarksFile;
  readonly polygons?: AreaPolygons;
}

/** Where something happened, by words, a point, or both; `at` is when it was told. */
export type Places = (question: {
  readonly text: string;
  readonly point?: Point | undefined;
  readonly at?: Date | undefined;
}) => PlaceFound;

/** Made once for a jurisdiction. */
export function placesOf(jurisdiction: PlaceSource, { landmarks, polygons }: PlaceFiles): Places {
  const { areas, districts, wards2025, hospitals } = jurisdiction;
  const file = landmarks ?? NO_LANDMARKS;
  const plain = placeIndex(areas, file);
  const listed = hospitals.flatMap((hospital) => landmarkOf(hospital, plain));
  const index = placeIndex(areas, { ...file, landmarks: [...file.landmarks, ...listed] });
  const knowledge = { index, points: { districts, wards2025 }, polygons };
  const dayOf = localDayIn(jurisdiction.calendarData);
  return ({ text, point, at }) => {
    if (at === undefined) return locate({ text, point }, knowledge);
    const day = dayOf(at.toISOString());
    return locate({ text, point }, knowledge, { day, division: divisionOn(day, areas) });
  };
}

/** A hospital is named instead of its place; its address says in which commune it lies. */
function landmarkOf({ name, address, ward2025Code }: Hospital, index: PlaceIndex): Landmark[] {
  const { areaCode } = findPlace(address, index, { division: 'districts' });
  return areaCode === null
    ? []
    : [
        {
          names: [name],
          kind: 'hospital',
          areas: [areaCode, areaCodeOfWard(ward2025Code)],
          certainty: 'likely',
        },
      ];
}

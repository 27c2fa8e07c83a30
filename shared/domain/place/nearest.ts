import { areaCodeOfWard, type AreaCode, type District, type Ward2025 } from '../area.ts';
import type { Division } from './candidates.ts';
import { NOWHERE, type PlaceFound } from './find-place.ts';

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Units of which a point inside is known, and of districts a box around. */
export interface KnownPoints {
  readonly districts: readonly District[];
  readonly wards2025: readonly Ward2025[];
}

/** So many wards are candidates: the nearest point inside is that of a neighbour for one point in three. */
const NEAR_WARDS = 3;

/** The unit whose known point is nearest, where there are no polygons to be sure by. */
export function nearestPlace(point: Point, known: KnownPoints, division: Division): PlaceFound {
  const around = known.districts.filter(({ bbox }) => isIn(bbox, point));
  if (around.length === 0) return { ...NOWHERE, certainty: 'outside' };
  const district = nearestOf(point, around)[0]?.code ?? null;
  if (division === 'wards') return nearestWard(point, known, district);
  return {
    // A district code is an area code by its form.
    areaCode: district as string | null as AreaCode | null,
    districtCode: district,
    certainty: 'approximate',
    candidates: around.map(({ code }) => code as string as AreaCode),
    former: null,
  };
}

const isIn = ([west, south, east, north]: District['bbox'], { lat, lon }: Point): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

function nearestWard(
  point: Point,
  { wards2025 }: KnownPoints,
  district: District['code'] | null,
): PlaceFound {
  const near = nearestOf(point, wards2025).slice(0, NEAR_WARDS);
  const [nearest] = near;
  const former = nearest?.formerDistricts ?? [];
  const told = former.length === 1 ? former[0] : former.find((code) => code === district);
  return {
    areaCode: nearest === undefined ? null : areaCodeOfWard(nearest.code),
    districtCode: told ?? null,
    certainty: 'approximate',
    candidates: near.map(({ code }) => areaCodeOfWard(code)),
    former: null,
  };
}

/** Nearest first. A degree of longitude is shorter than one of latitude. */
function nearestOf<T extends Point>({ lat, lon }: Point, places: readonly T[]): readonly T[] {
  const narrow = Math.cos((lat * Math.PI) / 180);
  const far = (one: Point) => ((one.lon - lon) * narrow) ** 2 + (one.lat - lat) ** 2;
  return [...places].sort((a, b) => far(a) - far(b));
}

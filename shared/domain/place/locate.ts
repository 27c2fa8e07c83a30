import { type Area, type AreaLookup, unitsOf } from '../area-lookup.ts';
import type { AreaCode } from '../area.ts';
import { asItIs, type Candidate, distinct, type Division, sharedDistrict } from './candidates.ts';
import { findPlace, NOWHERE, type PlaceFound, type TextMoment } from './find-place.ts';
import { type KnownPoints, nearestPlace, type Point } from './nearest.ts';
import { areasOf, type PlaceIndex } from './place-index.ts';
import type { AreaPolygons } from './polygons.ts';

/** What a jurisdiction knows of its places. */
export interface PlaceKnowledge {
  readonly index: PlaceIndex;
  readonly points: KnownPoints;
  /** Undefined where the jurisdiction owns no borders. */
  readonly polygons: AreaPolygons | undefined;
}

/** Since this local day the wards are the division; the day before was the last of districts and communes. */
export const divisionOn = (day: string, areas: AreaLookup): Division => {
  const firstWard = [...areas.values()].find(({ kind }) => kind === 'ward')?.validFrom ?? null;
  return firstWard !== null && day >= firstWard ? 'wards' : 'districts';
};

/** What words say, and what a point tells where they leave it open. */
export function locate(
  { text, point }: { readonly text: string; readonly point?: Point | undefined },
  knowledge: PlaceKnowledge,
  moment: TextMoment = { division: 'unknown' },
): PlaceFound {
  const named = findPlace(text, knowledge.index, moment);
  if (named.certainty === 'certain' || point === undefined) return named;
  return together(named, placeAt(point, knowledge, moment.division), knowledge.index.areas);
}

/** Words that leave the place open, and a point. */
function together(named: PlaceFound, there: PlaceFound, areas: AreaLookup): PlaceFound {
  const isNamed = named.certainty === 'ambiguous' || named.certainty === 'approximate';
  if (there.certainty === 'outside') return isNamed ? named : there;
  if (named.certainty === 'ambiguous') return narrowed(named, there, areas) ?? there;
  return isNamed && there.certainty !== 'certain' ? named : there;
}

/** The candidates of the words that the point leaves; undefined where it leaves none. */
function narrowed(named: PlaceFound, there: PlaceFound, areas: AreaLookup): PlaceFound | undefined {
  const isThere = ({ code, districtCodes }: Area): boolean =>
    there.certainty === 'certain'
      ? code === there.areaCode || there.candidates.includes(code)
      : there.districtCode !== null && districtCodes.includes(there.districtCode);
  const left = areasOf(named.candidates, areas).filter(isThere);
  const [only] = left;
  if (only === undefined) return undefined;
  const districtCode = there.districtCode ?? named.districtCode;
  if (left.length > 1) return { ...named, districtCode, candidates: left.map(({ code }) => code) };
  return {
    ...NOWHERE,
    areaCode: only.code,
    districtCode: only.districtCode ?? districtCode,
    certainty: there.certainty,
  };
}

/** Where a point lies: by borders where the jurisdiction has them, else by the nearest known point. */
export function placeAt(
  point: Point,
  { index, points, polygons }: PlaceKnowledge,
  division: Division,
): PlaceFound {
  if (polygons === undefined) return nearestPlace(point, points, division);
  const found = areasOf(polygons.at(point), index.areas);
  if (found.length === 0) return { ...NOWHERE, certainty: 'outside' };
  return byBorders(found, division, index.areas);
}

const LEVELS: Readonly<Record<Division, readonly Area['kind'][]>> = {
  districts: ['commune', 'district'],
  wards: ['ward'],
  unknown: ['commune', 'ward', 'district'],
};

/** The smallest unit of the division that has borders; without any, those that took the place of the unit that has. */
function byBorders(found: readonly Area[], division: Division, areas: AreaLookup): PlaceFound {
  const districts = found.filter(({ kind }) => kind === 'district');
  const district = districts[0]?.districtCode ?? null;
  const withDistrict = (area: Area): Candidate => ({
    area,
    district: asItIs(area).district ?? district,
  });
  const [level = 'ward'] = LEVELS[division];
  const own = LEVELS[division].flatMap((kind) => found.filter((area) => area.kind === kind));
  const candidates =
    own[0] === undefined
      ? distinct(found.flatMap((area) => inLevel(area, level, areas).map(withDistrict)))
      : [withDistrict(own[0])];
  return placeOf(candidates);
}

const inLevel = (area: Area, level: Area['kind'], areas: AreaLookup): readonly Area[] =>
  areasOf(unitsOf(area, level, areas), areas);

function placeOf(candidates: readonly Candidate[]): PlaceFound {
  const [only, ...others] = candidates;
  const districtCode = sharedDistrict(candidates);
  if (only !== undefined && others.length === 0) {
    return { ...NOWHERE, areaCode: only.area.code, districtCode, certainty: 'certain' };
  }
  const codes: readonly AreaCode[] = candidates.map(({ area }) => area.code);
  return { ...NOWHERE, districtCode, certainty: 'ambiguous', candidates: codes };
}

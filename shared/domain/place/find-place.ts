import type { Area, AreaLookup } from '../area-lookup.ts';
import type { AreaCode, District, DistrictCode } from '../area.ts';
import { foldVietnamese } from '../text/fold.ts';

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/**
 * certain: one place. ambiguous: several. approximate: the district whose known point is nearest. none: nothing was
 * recognised. outside: the point lies in no district's box.
 */
export type Certainty = 'certain' | 'ambiguous' | 'approximate' | 'none' | 'outside';

export interface PlaceFound {
  readonly areaCode: AreaCode | null;
  readonly districtCode: DistrictCode | null;
  readonly certainty: Certainty;
  readonly candidates: readonly AreaCode[];
}

export interface PlaceNames {
  /** By name without kind and marks: `lai thieu`. */
  readonly byName: ReadonlyMap<string, readonly Area[]>;
  readonly longest: number;
  readonly areas: AreaLookup;
}

const KIND = /^(thành phố|thị xã|thị trấn|huyện|phường|xã) /u;
/** What stands before a place and says that it is one. */
const KINDS = new Set([
  'phuong',
  'p',
  'f',
  'xa',
  'x',
  'thi tran',
  'tt',
  'tran',
  'huyen',
  'h',
  'thi xa',
  'tx',
  'pho',
  'tp',
  'o',
  'tai',
]);
/** What stands before a name that is a road's, a person's or a province's. */
const OTHERS = new Set(['duong', 'tinh', 'anh', 'chi', 'ong', 'ba', 'chu', 'co', 'ten', 'lo']);

/** Made once for a jurisdiction. */
export function placeNames(areas: AreaLookup): PlaceNames {
  const named = [...areas.values()]
    .filter(({ kind }) => kind !== 'ward')
    .map((area): [string, Area] => [nameOf(area), area]);
  const byName = Map.groupBy(named, ([name]) => name);
  return {
    byName: new Map([...byName].map(([name, pairs]) => [name, pairs.map(([, area]) => area)])),
    longest: Math.max(...named.map(([name]) => name.split(' ').length)),
    areas,
  };
}

const nameOf = ({ name }: Area): string =>
  foldVietnamese(name.replace(KIND, (found) => found.toLowerCase())).replace(
    /^(thanh pho|thi xa|thi tran|huyen|phuong|xa) /,
    '',
  );

/** Where a text says that something happened. Names of several places are resolved by a district that is named too. */
export function findPlace(text: string, names: PlaceNames): PlaceFound {
  const areas = areasIn(text, names);
  const districts = new Set(
    areas.filter(({ kind }) => kind === 'district').map((one) => one.districtCode),
  );
  const communes = areas.filter(({ kind }) => kind === 'commune');
  const within = communes.filter(({ districtCode }) => districts.has(districtCode));
  const likely = within.length > 0 ? within : communes;
  if (likely.length === 1) return found(likely, 'certain');
  if (likely.length > 1) return found(likely, 'ambiguous');
  const ofDistricts = areas.filter(({ kind }) => kind === 'district');
  if (ofDistricts.length === 0) return NOWHERE;
  return found(ofDistricts, ofDistricts.length === 1 ? 'certain' : 'ambiguous');
}

const NOWHERE: PlaceFound = {
  areaCode: null,
  districtCode: null,
  certainty: 'none',
  candidates: [],
};

function found(areas: readonly Area[], certainty: Certainty): PlaceFound {
  const [first] = areas;
  const codes = areas.map(({ code }) => code);
  const districts = new Set(areas.map(({ districtCode }) => districtCode));
  return {
    areaCode: certainty === 'certain' ? (first?.code ?? null) : null,
    districtCode: districts.size === 1 ? (first?.districtCode ?? null) : null,
    certainty,
    candidates: certainty === 'certain' ? [] : codes,
  };
}

/** Each place that is named, once, the longest name first where they overlap. */
function areasIn(text: string, { byName, longest }: PlaceNames): readonly Area[] {
  const words = foldVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const areas = new Set<Area>();
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
      const named = byName.get(words.slice(at, at + length).join(' '));
      if (named === undefined || !isPlace(words[at - 1], length)) continue;
      const before = words.slice(Math.max(0, at - 2), at).join(' ');
      for (const area of meant(named, before)) areas.add(area);
      at += length - 1;
      break;
    }
  }
  return [...areas];
}

/** Where a district and a commune in it share a name, the word before says which; without one the wider is meant. */
function meant(named: readonly Area[], before: string): readonly Area[] {
  const districts = named.filter(({ kind }) => kind === 'district');
  if (districts.length === 0 || COMMUNE.test(before))
    return named.filter(({ kind }) => kind === 'commune');
  return districts;
}
const COMMUNE = /^(?!thi xa$)(?:.* )?(?:phuong|p|f|xa|x|tt|tran)$/;

/** A single word is a place only where it is called one. */
const isPlace = (before: string | undefined, length: number): boolean => {
  if (before !== undefined && OTHERS.has(before)) return false;
  return length > 1 || (before !== undefined && KINDS.has(before));
};

/** What words say, and what a point tells where they leave it open. */
export function locate(
  { text, point }: { readonly text: string; readonly point?: Point | undefined },
  { names, districts }: { readonly names: PlaceNames; readonly districts: readonly District[] },
): PlaceFound {
  const named = findPlace(text, names);
  return named.certainty !== 'certain' && point !== undefined
    ? nearestDistrict(point, districts)
    : named;
}

/** The district in whose box the point lies and whose known point is nearest; there are no polygons to be sure by. */
export function nearestDistrict({ lat, lon }: Point, districts: readonly District[]): PlaceFound {
  const around = districts.filter(
    ({ bbox: [west, south, east, north] }) =>
      lon >= west && lon <= east && lat >= south && lat <= north,
  );
  if (around.length === 0) return { ...NOWHERE, certainty: 'outside' };
  // A degree of longitude is shorter than one of latitude.
  const far = (one: District) =>
    ((one.lon - lon) * Math.cos((lat * Math.PI) / 180)) ** 2 + (one.lat - lat) ** 2;
  const nearest = around.reduce((best, one) => (far(one) < far(best) ? one : best));
  return {
    // A district code is an area code by its form.
    areaCode: nearest.code as string as AreaCode,
    districtCode: nearest.code,
    certainty: 'approximate',
    candidates: around.map(({ code }) => code as string as AreaCode),
  };
}

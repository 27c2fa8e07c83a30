import { type Area, type AreaLookup, unitsOf } from '../area-lookup.ts';
import type { AreaCode, DistrictCode } from '../area.ts';
import { areasOf } from './place-index.ts';
import type { Mention } from './mentions.ts';

/** Which division a text is read in; `unknown`: districts and communes first, wards where nothing else matches. */
export type Division = 'districts' | 'wards' | 'unknown';

/** A place that a name may mean. */
export interface Candidate {
  readonly area: Area;
  /** District in which it lies or, of a ward, lay; null where only more words could tell. */
  readonly district: DistrictCode | null;
}

/** What a name may mean in a division: districts, or communes and wards. */
export interface Read {
  readonly districts: readonly DistrictCode[];
  readonly candidates: readonly Candidate[];
  /** The unit of the division before whose name it is, where wards were put in its place. */
  readonly former: readonly AreaCode[];
}

/** Where a district and a commune share a name, the kind before it tells which; without one the wider is meant. */
export function readMention(mention: Mention, division: Division, areas: AreaLookup): Read {
  const meant = byKind(byLevel(mention), mention);
  const districts = meant.filter(({ kind }) => kind === 'district');
  if (districts.length > 0) {
    return { ...NOTHING, districts: districts.flatMap(({ districtCodes }) => districtCodes) };
  }
  if (division === 'wards') return inWards(meant, areas);
  const communes = meant.filter(({ kind }) => kind === 'commune');
  const taken = communes.length > 0 || division === 'districts' ? communes : meant;
  return { ...NOTHING, candidates: taken.map(asItIs) };
}

const NOTHING: Read = { districts: [], candidates: [], former: [] };

export const asItIs = (area: Area): Candidate => ({ area, district: area.districtCode });

function byLevel({ areas, said }: Mention): readonly Area[] {
  const districts = areas.filter(({ kind }) => kind === 'district');
  const smaller = areas.filter(({ kind }) => kind !== 'district');
  const wanted = said?.level === 'commune' ? smaller : districts;
  return wanted.length > 0 ? wanted : areas;
}

/** `xã Tân Hiệp` is not `phường Tân Hiệp`; a kind that none of them has (they are promoted) tells nothing. */
function byKind(areas: readonly Area[], { said }: Mention): readonly Area[] {
  const same = said === null ? [] : areas.filter(({ name }) => name.startsWith(`${said.kind} `));
  return same.length > 0 ? same : areas;
}

/** The wards of that name, and those that followed communes of that name which lay elsewhere. */
function inWards(meant: readonly Area[], areas: AreaLookup): Read {
  const wards = meant.filter(({ kind }) => kind === 'ward');
  const isHere = ({ code }: Area) => wards.some((ward) => ward.code === code);
  const left = meant.filter(
    (area) => area.kind === 'commune' && !areasOf(area.successors, areas).some(isHere),
  );
  return {
    districts: [],
    candidates: [...wards.map(asItIs), ...left.flatMap((area) => successorsOf(area, areas))],
    former: left.map(({ code }) => code),
  };
}

/** A ward in the place of an old unit, with the district in which that lay. */
export const successorsOf = (old: Area, areas: AreaLookup): readonly Candidate[] =>
  areasOf(unitsOf(old, 'ward', areas), areas).map((area) => ({
    area,
    district: old.districtCode,
  }));

/** Those that lie, or may lie, in one of the districts; a ward of several then lies in that one. */
export function within(
  candidates: readonly Candidate[],
  districts: ReadonlySet<DistrictCode>,
): readonly Candidate[] {
  return candidates.flatMap(({ area, district }) => {
    if (district !== null) return districts.has(district) ? [{ area, district }] : [];
    const shared = area.districtCodes.filter((code) => districts.has(code));
    return shared.length === 0
      ? []
      : [{ area, district: shared.length === 1 ? (shared[0] ?? null) : null }];
  });
}

/** Each area once; reached by several ways, its district is told only where they agree. */
export function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const byArea = Map.groupBy(candidates, ({ area }) => area);
  return [...byArea].map(([area, ways]) => {
    const told = new Set(ways.map(({ district }) => district));
    return { area, district: told.size === 1 ? (ways[0]?.district ?? null) : area.districtCode };
  });
}

/** The district in which all of them lie; null where that is not one, or of one of them not known. */
export function sharedDistrict(candidates: readonly Candidate[]): DistrictCode | null {
  const districts = new Set(candidates.map(({ district }) => district));
  return districts.size === 1 ? (candidates[0]?.district ?? null) : null;
}

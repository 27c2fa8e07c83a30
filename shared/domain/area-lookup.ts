import {
  type AreaCode,
  areaCodeOfWard,
  type Commune,
  type District,
  type DistrictCode,
  type Ward2025,
} from './area.ts';
import { onlyOne } from './only-one.ts';

/** Levels of the two divisions: districts with their communes until 30 June 2025, wards alone since. */
export const AREA_KINDS = ['district', 'commune', 'ward'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

/** A place as cases know it; a district lies in itself. */
export interface Area {
  readonly code: AreaCode;
  readonly kind: AreaKind;
  /** Null for a ward that took over ground of several districts. */
  readonly districtCode: DistrictCode | null;
  /** Every district in which it lies or lay. */
  readonly districtCodes: readonly DistrictCode[];
  readonly name: string;
  readonly nameEn: string;
  /** One inside it, WGS 84; null where the data know none. */
  readonly point: { readonly lon: number; readonly lat: number } | null;
  /** First and last local day; null where the data know of no end. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** Units of the next division that took over its ground, and of the one before whose ground it took over. */
  readonly successors: readonly AreaCode[];
  readonly predecessors: readonly AreaCode[];
}

export type AreaLookup = ReadonlyMap<AreaCode, Area>;

interface Divisions {
  readonly districts: readonly District[];
  readonly communes2020: readonly Commune[];
  readonly wards2025: readonly Ward2025[];
}

/**
 * Every code that a case may carry as its place, of any day: an old case keeps its place for ever. Every process makes it at
 * its start, so each list is gone through once.
 */
export function areaLookup({ districts, communes2020, wards2025 }: Divisions): AreaLookup {
  const communesOf = pairsByFirst(
    communes2020.flatMap(({ code, successors }) => successors.map((ward) => [ward, code] as const)),
  );
  const wardsOf = pairsByFirst(
    wards2025.flatMap(({ code, formerDistricts }) =>
      formerDistricts.map((district) => [district, areaCodeOfWard(code)] as const),
    ),
  );
  const areas = new Map<AreaCode, Area>();
  for (const row of districts) {
    // A district code is an area code by its form: three digits.
    const code = row.code as string as AreaCode;
    const successors = wardsOf.get(row.code) ?? [];
    areas.set(code, areaOf(row, { code, kind: 'district', of: [row.code], successors }));
  }
  for (const row of communes2020) {
    const successors = row.successors.map(areaCodeOfWard);
    const { code, districtCode } = row;
    areas.set(code, areaOf(row, { code, kind: 'commune', of: [districtCode], successors }));
  }
  for (const row of wards2025) {
    const code = areaCodeOfWard(row.code);
    const predecessors = communesOf.get(row.code) ?? [];
    areas.set(code, areaOf(row, { code, kind: 'ward', of: row.formerDistricts, predecessors }));
  }
  return areas;
}

interface Placed
  extends Pick<Area, 'code' | 'kind'>, Partial<Pick<Area, 'successors' | 'predecessors'>> {
  readonly of: readonly DistrictCode[];
}

const areaOf = (
  row: District | Commune | Ward2025,
  { code, kind, of, successors = [], predecessors = [] }: Placed,
): Area => ({
  code,
  kind,
  districtCode: onlyOne(of),
  districtCodes: of,
  name: row.name,
  nameEn: row.nameEn,
  point: 'lon' in row ? { lon: row.lon, lat: row.lat } : null,
  validFrom: row.validFrom ?? null,
  validUntil: row.validUntil ?? null,
  successors,
  predecessors,
});

function pairsByFirst(
  pairs: readonly (readonly [string, AreaCode])[],
): ReadonlyMap<string, readonly AreaCode[]> {
  const lists = new Map<string, AreaCode[]>();
  for (const [first, second] of pairs) {
    const list = lists.get(first);
    if (list === undefined) lists.set(first, [second]);
    else list.push(second);
  }
  return lists;
}

/**
 * The units of a level on whose ground a place may lie. One: it lies there. Several: only more knowledge of the place
 * could tell, so nothing may be decided by any of them. None: the level says nothing of it.
 */
export function unitsOf(area: Area, level: AreaKind, areas: AreaLookup): readonly AreaCode[] {
  if (area.kind === level) return [area.code];
  // A district code is an area code by its form.
  if (level === 'district') return area.districtCodes as readonly string[] as readonly AreaCode[];
  if (level === 'ward') return area.successors;
  if (area.kind === 'ward') return area.predecessors;
  return [...areas.values()]
    .filter(({ kind, districtCode }) => kind === 'commune' && districtCode === area.districtCode)
    .map(({ code }) => code);
}

import {
  type AreaCode,
  areaCodeOfWard,
  type Commune,
  type District,
  type DistrictCode,
  type Ward2025,
} from './area.ts';

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

/** Every code that a case may carry as its place, of any day: an old case keeps its place for ever. */
export const areaLookup = ({ districts, communes2020, wards2025 }: Divisions): AreaLookup =>
  new Map(
    [
      ...districts.map((district) => areaOfDistrict(district, wards2025)),
      ...communes2020.map(areaOfCommune),
      ...wards2025.map((ward) => areaOfWard(ward, communes2020)),
    ].map((area) => [area.code, area]),
  );

const described = ({ name, nameEn, validFrom, validUntil }: District | Commune | Ward2025) => ({
  name,
  nameEn,
  validFrom: validFrom ?? null,
  validUntil: validUntil ?? null,
});

const areaOfDistrict = (district: District, wards: readonly Ward2025[]): Area => ({
  // A district code is an area code by its form: three digits.
  code: district.code as string as AreaCode,
  kind: 'district',
  districtCode: district.code,
  districtCodes: [district.code],
  ...described(district),
  successors: wards
    .filter(({ formerDistricts }) => formerDistricts.includes(district.code))
    .map(({ code }) => areaCodeOfWard(code)),
  predecessors: [],
});

const areaOfCommune = (commune: Commune): Area => ({
  code: commune.code,
  kind: 'commune',
  districtCode: commune.districtCode,
  districtCodes: [commune.districtCode],
  ...described(commune),
  successors: commune.successors.map(areaCodeOfWard),
  predecessors: [],
});

const areaOfWard = (ward: Ward2025, communes: readonly Commune[]): Area => ({
  code: areaCodeOfWard(ward.code),
  kind: 'ward',
  districtCode: ward.formerDistricts.length === 1 ? (ward.formerDistricts[0] ?? null) : null,
  districtCodes: ward.formerDistricts,
  ...described(ward),
  successors: [],
  predecessors: communes
    .filter(({ successors }) => successors.includes(ward.code))
    .map(({ code }) => code),
});

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

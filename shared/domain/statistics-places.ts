import { type Area, AREA_KINDS, type AreaKind, type AreaLookup, unitsOf } from './area-lookup.ts';
import type { AreaCode } from './area.ts';
import type { Named } from './status-names.ts';

/** Cases are counted at the place that they carry; either division is added up from that. */
export const PLACE_BREAKDOWNS = AREA_KINDS;

export const isPlaceBreakdown = (by: string): by is AreaKind =>
  (PLACE_BREAKDOWNS as readonly string[]).includes(by);

/**
 * The row under which a place counts in a breakdown: the unit of that level on whose ground it lies. A place that may lie
 * in several, a commune that was divided among wards for one, is a row of its own: nobody guesses which.
 */
export function placeRowOf(value: string, level: AreaKind, areas: AreaLookup): string {
  // A value is an area code or NONE; the look-up tells.
  const area = areas.get(value as AreaCode);
  if (area === undefined) return value;
  const units = unitsOf(area, level, areas);
  return units.length === 1 ? (units[0] ?? value) : value;
}

export interface SplitPlace extends Named {
  /** Units of the level that was asked for, in one of which each of its cases lies. */
  readonly among: readonly AreaCode[];
}

/** What the row of such a place says; undefined for a code that no division knows. */
export function splitPlace(
  value: string,
  level: AreaKind,
  areas: AreaLookup,
): SplitPlace | undefined {
  const area = areas.get(value as AreaCode);
  if (area === undefined) return undefined;
  const says = area.kind === 'district' ? ONLY_DISTRICT : DIVIDED[level];
  return {
    name: `${area.name} (${says.name})`,
    nameEn: `${area.nameEn} (${says.nameEn})`,
    among: unitsOf(area, level, areas),
  };
}

const ONLY_DISTRICT: Named = {
  name: 'chưa rõ phường, xã',
  nameEn: 'ward or commune not known',
};

const DIVIDED: Readonly<Record<Area['kind'], Named>> = {
  district: { name: '2025, từ nhiều huyện cũ', nameEn: '2025, of several former districts' },
  commune: { name: '2025, từ nhiều xã cũ', nameEn: '2025, of several former communes' },
  ward: { name: 'cũ, chia về nhiều phường', nameEn: 'former, divided among several wards' },
};

import type { AreaKind } from '../area-lookup.ts';
import type { Jurisdiction } from '../jurisdiction-lookups.ts';
import type { Named } from '../status-names.ts';
import { type Breakdown, rowLabels, unlistedLabel } from '../statistics-rows.ts';
import { OPEN_NONE } from './open-case.ts';
import { type FigureDimension, OPEN_ALL, OPEN_REST } from './open-figures.ts';
import { daysOfMonth } from './open-issue.ts';
import type { OpenNames } from './open-texts.ts';

/** Districts while there were any for all of the month, wards since. */
export function areaLevelOf(
  month: string,
  { districts }: Pick<Jurisdiction, 'districts'>,
): AreaKind {
  const { to } = daysOfMonth(month);
  const lasts = districts.some(({ validUntil }) => validUntil === undefined || validUntil >= to);
  return lasts ? 'district' : 'ward';
}

const ALL: Named = { name: 'Toàn tỉnh', nameEn: 'All cases' };
const REST: Named = { name: 'Các giá trị khác', nameEn: 'Other values together' };

/** What codes are called now. */
export function openNames(month: string, jurisdiction: Jurisdiction): OpenNames {
  const known = new Map<FigureDimension, ReadonlyMap<string, Named>>();
  const byOf = (dimension: Exclude<FigureDimension, 'total'>): Breakdown =>
    dimension === 'area' ? areaLevelOf(month, jurisdiction) : dimension;
  const listed = (dimension: Exclude<FigureDimension, 'total'>) => {
    const found =
      known.get(dimension) ??
      new Map(
        rowLabels(byOf(dimension), { jurisdiction, period: daysOfMonth(month) }).map((label) => [
          label.value ?? OPEN_NONE,
          label,
        ]),
      );
    known.set(dimension, found);
    return found;
  };
  return (dimension, value) => {
    if (dimension === 'total' || value === OPEN_ALL) return ALL;
    if (value === OPEN_REST) return REST;
    return (
      listed(dimension).get(value) ?? unlistedLabel(value, byOf(dimension), jurisdiction.areas)
    );
  };
}

import { areaLevelOf } from '../area-level.ts';
import type { Jurisdiction } from '../jurisdiction-lookups.ts';
import type { Named } from '../status-names.ts';
import { daysOfMonth } from '../statistics-period.ts';
import { type Breakdown, rowLabels, unlistedLabel } from '../statistics-rows.ts';
import { OPEN_NONE } from './open-case.ts';
import { type FigureDimension, OPEN_ALL, OPEN_REST } from './open-figures.ts';
import type { OpenNames } from './open-texts.ts';

const ALL: Named = { name: 'Toàn tỉnh', nameEn: 'All cases' };
const REST: Named = { name: 'Các giá trị khác', nameEn: 'Other values together' };

/** What codes are called now. */
export function openNames(month: string, jurisdiction: Jurisdiction): OpenNames {
  const known = new Map<FigureDimension, ReadonlyMap<string, Named>>();
  const byOf = (dimension: Exclude<FigureDimension, 'total'>): Breakdown =>
    dimension === 'area' ? areaLevelOf(daysOfMonth(month), jurisdiction) : dimension;
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

import type { AreaCode } from '../domain/area.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { CasePlaces, PlacedCase } from '../ports/case-places.ts';

/** Rows of a place that are read first: most places have fewer among the latest cases of a province. */
const FIRST_LOOK = 50;
/** Before the first case of any hotline. */
const EVER = '1970-01-01T00:00:00.000Z';

interface RecentQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly limit: number;
}

/**
 * The cases received last, newest first, duplicates left out. Asks every place, half a read unit for each and more where
 * many are; a place whose rows may go on behind the last one that counts is asked again for all of them.
 */
export async function recentCases(
  { jurisdictionId, limit }: RecentQuestion,
  { places, jurisdiction }: { readonly places: CasePlaces; readonly jurisdiction: Jurisdiction },
): Promise<readonly PlacedCase[]> {
  const areas: readonly (AreaCode | null)[] = [...jurisdiction.areas.keys(), null];
  const read = (areaCode: AreaCode | null, rows: number) =>
    places.near({ jurisdictionId, areaCode, since: EVER, limit: rows });
  const first = await Promise.all(areas.map((area) => read(area, Math.min(FIRST_LOOK, limit))));
  const last = newestFirst(first.flat())[limit - 1]?.receivedAt ?? EVER;
  const whole = await Promise.all(
    first.map((rows, index) => {
      const more = rows.length === FIRST_LOOK && (rows.at(-1)?.receivedAt ?? '') > last;
      return more ? read(areas[index] ?? null, limit) : Promise.resolve(rows);
    }),
  );
  return newestFirst(whole.flat()).slice(0, limit);
}

const newestFirst = (rows: readonly PlacedCase[]): PlacedCase[] =>
  [...rows].sort((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));

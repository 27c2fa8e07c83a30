import type { AreaCode, DistrictCode } from '../domain/area.ts';

export interface PointWgs84 {
  readonly lat: number;
  readonly lon: number;
}

/**
 * certain: one place. ambiguous: several (`candidates`). approximate: the nearest known place to a point. none: nothing
 * was recognised. outside: the place lies in another province.
 */
export type PlaceCertainty = 'certain' | 'ambiguous' | 'approximate' | 'none' | 'outside';

export interface FoundPlace {
  readonly areaCode: AreaCode | null;
  readonly districtCode: DistrictCode | null;
  readonly certainty: PlaceCertainty;
  readonly candidates: readonly AreaCode[];
}

/** Finds where something happened, from words, a point, or both. */
export interface PlaceFinder {
  find(question: {
    readonly text: string;
    readonly point?: PointWgs84 | undefined;
    /** Places end and follow each other: those of that instant are proposed. */
    readonly at: Date;
  }): Promise<FoundPlace>;
}

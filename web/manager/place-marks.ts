import { flatMap, type Point } from '../parts/flat-map.ts';

/** A place with its figures, before it is on a map. */
export interface Placed extends Point {
  readonly received: number;
}

/** Where and how large its circle is, in the units of the drawing. */
export interface Mark<T extends Placed> {
  readonly of: T;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export const MAP = { width: 400, height: 420, margin: 56 } as const;

const MAX_RADIUS = 30;
/** Large enough for a finger. */
const MIN_RADIUS = 12;

/**
 * Circles whose area is the number of reports, at the points of their places. The largest are drawn first, so that none
 * hides another.
 */
export function marksOf<T extends Placed>(places: readonly T[]): readonly Mark<T>[] {
  if (places.length === 0) return [];
  const place = flatMap(places, MAP);
  const most = Math.max(1, ...places.map(({ received }) => received));
  return places
    .map((of) => ({
      of,
      ...place(of),
      radius: Math.max(MIN_RADIUS, MAX_RADIUS * Math.sqrt(of.received / most)),
    }))
    .toSorted((a, b) => b.radius - a.radius);
}

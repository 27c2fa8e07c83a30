/** A place with its figures, before it is on a map. */
export interface Placed {
  readonly lon: number;
  readonly lat: number;
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
 * Circles whose area is the number of reports, at the points of their places. A province is so small that degrees are a
 * flat grid once those of longitude are shortened by its latitude. The largest are drawn first, so that none hides another.
 */
export function marksOf<T extends Placed>(places: readonly T[]): readonly Mark<T>[] {
  if (places.length === 0) return [];
  const [west, east] = rangeOf(places.map(({ lon }) => lon));
  const [south, north] = rangeOf(places.map(({ lat }) => lat));
  const shortened = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (MAP.width - 2 * MAP.margin) / Math.max((east - west) * shortened, TINY),
    (MAP.height - 2 * MAP.margin) / Math.max(north - south, TINY),
  );
  const most = Math.max(1, ...places.map(({ received }) => received));
  return places
    .map((of) => ({
      of,
      x: MAP.width / 2 + (of.lon - (west + east) / 2) * shortened * scale,
      y: MAP.height / 2 - (of.lat - (south + north) / 2) * scale,
      radius: Math.max(MIN_RADIUS, MAX_RADIUS * Math.sqrt(of.received / most)),
    }))
    .toSorted((a, b) => b.radius - a.radius);
}

/** Degrees: of places at one point any scale is right. */
const TINY = 0.001;

const rangeOf = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
];

/** A point of the earth, WGS 84. */
export interface Point {
  readonly lon: number;
  readonly lat: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** Kept free on each side, for names and signs. */
  readonly margin: number;
}

/** Degrees: of places at one point any scale is right. */
const TINY = 0.001;

/**
 * Where points lie in a drawing that holds all of `points`, north up. A province is so small that degrees are a flat grid
 * once those of longitude are shortened by its latitude.
 */
export function flatMap(
  points: readonly Point[],
  { width, height, margin }: Frame,
): (point: Point) => { readonly x: number; readonly y: number } {
  const [west, east] = rangeOf(points.map(({ lon }) => lon));
  const [south, north] = rangeOf(points.map(({ lat }) => lat));
  const shortened = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (width - 2 * margin) / Math.max((east - west) * shortened, TINY),
    (height - 2 * margin) / Math.max(north - south, TINY),
  );
  return ({ lon, lat }) => ({
    x: width / 2 + (lon - (west + east) / 2) * shortened * scale,
    y: height / 2 - (lat - (south + north) / 2) * scale,
  });
}

const rangeOf = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
];

/** `Thủ Dầu Một`: what kind of unit it is is known to whoever looks at the map of their province. */
export const shortAreaName = (name: string): string =>
  name
    .replace(/^(Thành phố|Thị xã|Huyện|Phường|Xã) /, '')
    .replace(/ (City|Town|District|Ward|Commune)$/, '');

import Flatbush from 'flatbush';
import type { Piece, Ring } from '../../shared/domain/place/polygons.ts';

/** An edge of a ring, by the ring's number and its own in it. */
export interface Segment {
  readonly ring: number;
  readonly number: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

export interface Segments {
  readonly all: readonly Segment[];
  /** How many edges each ring has. */
  readonly lengths: readonly number[];
  /** Those whose boxes touch that of a segment. */
  near(segment: Segment): readonly Segment[];
}

export function segmentsOf({ rings }: Piece): Segments {
  const all = rings.flatMap(edgesOf);
  const index = new Flatbush(all.length);
  for (const { from, to } of all) index.add(...box(from, to));
  index.finish();
  return {
    all,
    lengths: rings.map((ring) => ring.length / 2),
    near: ({ from, to }) => index.search(...box(from, to)).flatMap((number) => all[number] ?? []),
  };
}

const edgesOf = (ring: Ring, number: number): Segment[] =>
  Array.from({ length: ring.length / 2 }, (_, edge) => ({
    ring: number,
    number: edge,
    from: cornerOf(ring, edge),
    to: cornerOf(ring, edge + 1),
  }));

function cornerOf(ring: Ring, corner: number): readonly [number, number] {
  const at = (2 * corner) % ring.length;
  return [ring[at] ?? 0, ring[at + 1] ?? 0];
}

const box = (
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): [number, number, number, number] => [
  Math.min(x0, x1),
  Math.min(y0, y1),
  Math.max(x0, x1),
  Math.max(y0, y1),
];

type Position = readonly [number, number];

/** Side of a line on which a position lies: exact, since positions are whole numbers of a province's size. */
const sideOf = ([x0, y0]: Position, [x1, y1]: Position, [x, y]: Position): number =>
  Math.sign((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0));

/** They cross each other between their ends. */
export function cross(a: Segment, b: Segment): boolean {
  const ends = [sideOf(a.from, a.to, b.from), sideOf(a.from, a.to, b.to)];
  const others = [sideOf(b.from, b.to, a.from), sideOf(b.from, b.to, a.to)];
  return product(ends) < 0 && product(others) < 0;
}

const product = ([a = 0, b = 0]: readonly number[]): number => a * b;

/** They have a position in common. */
export function touch(a: Segment, b: Segment): boolean {
  if (cross(a, b)) return true;
  return [b.from, b.to].some((end) => isOn(a, end)) || [a.from, a.to].some((end) => isOn(b, end));
}

function isOn({ from, to }: Segment, position: Position): boolean {
  const [west, south, east, north] = box(from, to);
  const [x, y] = position;
  return x >= west && x <= east && y >= south && y <= north && sideOf(from, to, position) === 0;
}

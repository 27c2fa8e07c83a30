import { type Piece, type Ring, SCALE } from '../../shared/domain/place/polygons.ts';
import { cornersOf } from './check-pieces.ts';

type Corner = readonly [number, number];
const ORIGIN: Corner = [0, 0];

const METRES_A_DEGREE = 111_320;
/** A ring keeps at least a triangle. */
const LEAST_CORNERS = 3;

/**
 * Leaves out corners that lie within so many metres of the line without them. A border that areas share is cut into the
 * same pieces for both, so they go on sharing it: no gap and no overlap comes in.
 */
export function simplify(pieces: readonly Piece[], metres: number): readonly Piece[] {
  const isJunction = junctionsOf(pieces);
  return pieces.map(({ areaCode, rings }) => ({
    areaCode,
    rings: rings.map((ring) => simplerRing(ring, { isJunction, metres })),
  }));
}

const keyOf = ([x, y]: Corner): string => `${x} ${y}`;

/** Corners at which borders meet: those that have more than two neighbours in all rings together. */
function junctionsOf(pieces: readonly Piece[]): (corner: Corner) => boolean {
  const neighbours = new Map<string, Set<string>>();
  for (const corners of pieces.flatMap(({ rings }) => rings.map(cornersOf))) {
    corners.forEach((corner, at) => {
      const own = neighbours.get(keyOf(corner)) ?? new Set();
      neighbours.set(keyOf(corner), own);
      for (const beside of [corners.at(at - 1), corners[(at + 1) % corners.length]]) {
        if (beside !== undefined) own.add(keyOf(beside));
      }
    });
  }
  return (corner) => (neighbours.get(keyOf(corner))?.size ?? 0) > 2;
}

interface Rules {
  readonly isJunction: (corner: Corner) => boolean;
  readonly metres: number;
}

function simplerRing(ring: Ring, { isJunction, metres }: Rules): Ring {
  const corners = cornersOf(ring);
  const start = startOf(corners, isJunction);
  const turned = [...corners.slice(start), ...corners.slice(0, start + 1)];
  const kept: Corner[] = [];
  let from = 0;
  for (let at = 1; at < turned.length; at += 1) {
    const corner = turned[at];
    if (corner === undefined || (at < turned.length - 1 && !isJunction(corner))) continue;
    kept.push(...simplerArc(turned.slice(from, at + 1), metres).slice(0, -1));
    from = at;
  }
  return kept.length < LEAST_CORNERS ? ring : Int32Array.from(kept.flat());
}

/** A junction, or for a border that one ring has alone, or shares whole, the same corner whoever asks. */
function startOf(corners: readonly Corner[], isJunction: Rules['isJunction']): number {
  const junction = corners.findIndex(isJunction);
  if (junction >= 0) return junction;
  return corners.reduce((least, corner, at) => {
    const [x, y] = corners[least] ?? corner;
    return corner[0] < x || (corner[0] === x && corner[1] < y) ? at : least;
  }, 0);
}

/** Douglas and Peucker, always from the same end, so that both neighbours of a border keep the same corners. */
function simplerArc(arc: readonly Corner[], metres: number): readonly Corner[] {
  const isForward = ends(arc) <= ends([...arc].reverse());
  const ordered = isForward ? arc : [...arc].reverse();
  const kept = ordered.filter(keptOf(ordered, metres));
  return isForward ? kept : kept.reverse();
}

/** How an arc begins; one that ends where it began differs in its second corner. */
const ends = (arc: readonly Corner[]): string => arc.slice(0, 2).map(keyOf).join();

function keptOf(arc: readonly Corner[], metres: number): (corner: Corner, at: number) => boolean {
  const keep = new Set([0, arc.length - 1]);
  const open: (readonly [number, number])[] = [[0, arc.length - 1]];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [from, until] = range;
    const farthest = farthestOf(arc, from, until);
    if (farthest.metres <= metres) continue;
    keep.add(farthest.at);
    open.push([from, farthest.at], [farthest.at, until]);
  }
  return (_, at) => keep.has(at);
}

function farthestOf(arc: readonly Corner[], from: number, until: number) {
  const start = arc[from] ?? ORIGIN;
  const end = arc[until] ?? ORIGIN;
  let best = { at: from, metres: 0 };
  for (let at = from + 1; at < until; at += 1) {
    const metres = distance(arc[at] ?? start, start, end);
    if (metres > best.metres) best = { at, metres };
  }
  return best;
}

/** From a corner to the line between two, which may be one position. */
function distance([x, y]: Corner, [x0, y0]: Corner, [x1, y1]: Corner): number {
  const up = METRES_A_DEGREE / SCALE;
  const across = up * Math.cos((y0 / SCALE / 180) * Math.PI);
  const [px, py] = [(x - x0) * across, (y - y0) * up];
  const [dx, dy] = [(x1 - x0) * across, (y1 - y0) * up];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return Math.hypot(px - share * dx, py - share * dy);
}

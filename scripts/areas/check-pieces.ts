import Flatbush from 'flatbush';
import { boxOf, contains, type Piece, SCALE, side } from '../../shared/domain/place/polygons.ts';
import type { Fault } from './geojson.ts';
import { cross, type Segment, type Segments, segmentsOf, touch } from './segments.ts';

/** What is wrong with the shape of an area: it crosses or touches itself, or has a hole that is not in it. */
export const shapeFaults = (pieces: readonly Piece[]): readonly Fault[] => pieces.flatMap(faultsOf);

function faultsOf(piece: Piece): Fault[] {
  const segments = segmentsOf(piece);
  const crossing = segments.all.find((segment) =>
    segments.near(segment).some((other) => isCrossed(segment, other, segments)),
  );
  if (crossing !== undefined) {
    return [`SELF_INTERSECTION (${piece.areaCode}) at ${positionOf(crossing.from)}`];
  }
  const [outer, ...holes] = piece.rings;
  const stray = holes.find((hole) =>
    outer === undefined ? true : cornersOf(hole).some(([x, y]) => side(outer, x, y) < 0),
  );
  const [corner] = stray === undefined ? [] : cornersOf(stray);
  return corner === undefined
    ? []
    : [`HOLE_OUTSIDE (${piece.areaCode}) the hole at ${positionOf(corner)} is not in its ring`];
}

/** Rings of a polygon may meet in a position (a hole that touches the border); a ring may not meet itself. */
function isCrossed(one: Segment, other: Segment, { lengths }: Segments): boolean {
  if (one.ring !== other.ring) return cross(one, other);
  const length = lengths[one.ring] ?? 0;
  const apart = (other.number - one.number + length) % length;
  if (apart === 0) return false;
  // Neighbours share a corner; they lie on each other where the ring turns back on itself.
  if (apart === 1) return isTurnedBack(one, other);
  if (apart === length - 1) return isTurnedBack(other, one);
  return touch(one, other);
}

function isTurnedBack({ from, to }: Segment, next: Segment): boolean {
  const [ax, ay] = [to[0] - from[0], to[1] - from[1]];
  const [bx, by] = [next.to[0] - next.from[0], next.to[1] - next.from[1]];
  return ax * by === ay * bx && ax * bx + ay * by < 0;
}

/** Pairs of units of one level that lie on each other somewhere, each with a position; borders that they share are none. */
export function overlaps(pieces: readonly Piece[]): readonly string[] {
  const index = new Flatbush(Math.max(1, pieces.length));
  for (const { rings } of pieces) index.add(...boxOf(rings));
  index.finish();
  const segments = pieces.map(segmentsOf);
  return pieces.flatMap((piece, number) =>
    index
      .search(...boxOf(piece.rings))
      .filter((other) => other > number)
      .flatMap((other) => {
        const beside = pieces[other];
        const [own, theirs] = [segments[number], segments[other]];
        if (beside?.areaCode.length !== piece.areaCode.length || !own || !theirs) return [];
        const where = sharedGround([piece, own], [beside, theirs]);
        return where === undefined
          ? []
          : [`${piece.areaCode} and ${beside.areaCode} overlap at ${positionOf(where)}`];
      }),
  );
}

type Shape = readonly [Piece, Segments];

function sharedGround([a, own]: Shape, [b, theirs]: Shape): Corner | undefined {
  const crossing = own.all.find((segment) =>
    theirs.near(segment).some((one) => cross(segment, one)),
  );
  if (crossing !== undefined) return crossing.from;
  return insideOf(a, b) ?? insideOf(b, a);
}

/** A position of one that lies within the other and not on its border: a corner, or one in the middle of it. */
const insideOf = (one: Piece, other: Piece): Corner | undefined =>
  [...one.rings.flatMap(cornersOf), ...middlesOf(one)].find(
    ([x, y]) => contains(other.rings, x, y) && other.rings.every((ring) => side(ring, x, y) !== 0),
  );

/** Where two units are the same, or one is cut along corners of the other, no corner lies within: a middle does. */
function middlesOf({ rings }: Piece): readonly Corner[] {
  const [west, south, east, north] = boxOf(rings);
  const shares = [0.25, 0.5, 0.75];
  return shares
    .flatMap((across) =>
      shares.map((up): Corner => [
        Math.round(west + across * (east - west)),
        Math.round(south + up * (north - south)),
      ]),
    )
    .filter(([x, y]) => contains(rings, x, y));
}

type Corner = readonly [number, number];

export const cornersOf = (ring: Int32Array): readonly Corner[] =>
  Array.from({ length: ring.length / 2 }, (_, at) => [ring[2 * at] ?? 0, ring[2 * at + 1] ?? 0]);

const positionOf = ([x, y]: Corner): string => `${x / SCALE}, ${y / SCALE}`;

import Flatbush from 'flatbush';
import * as z from 'zod';
import { AreaCode } from '../area.ts';
import type { Point } from './nearest.ts';

/**
 * Positions are whole millionths of a degree (11 cm), longitude before latitude. Whole numbers make every question of side
 * exact: within 90° a product of two differences stays under 2^53.
 */
export const SCALE = 1_000_000;

/** A ring of positions, the first not repeated at the end. */
export type Ring = Int32Array;

/** One piece of an area: its outer ring, then holes. */
export interface Piece {
  readonly areaCode: AreaCode;
  readonly rings: readonly Ring[];
}

/** Which units contain a point. */
export interface AreaPolygons {
  readonly pieces: readonly Piece[];
  /** Every unit that contains it, the first of each level where several share it as their border. */
  at(point: Point): readonly AreaCode[];
}

const Header = z.strictObject({
  version: z.literal(1),
  pieces: z.array(z.strictObject({ area: AreaCode, rings: z.array(z.int().min(3)).min(1) })).min(1),
  indexBytes: z.int().positive(),
});

const MAGIC = 'AREAS1\n';
/** What typed arrays over the file need. */
const ALIGNMENT = 8;
const POSITION_BYTES = 8;

/** The file: a line of JSON that says what follows, the positions of all rings, the R-tree over the boxes of the pieces. */
export function encodePolygons(pieces: readonly Piece[]): Uint8Array {
  const index = new Flatbush(pieces.length);
  for (const { rings } of pieces) index.add(...boxOf(rings));
  index.finish();
  const header = JSON.stringify({
    version: 1,
    pieces: pieces.map(({ areaCode, rings }) => ({
      area: areaCode,
      rings: rings.map((ring) => ring.length / 2),
    })),
    indexBytes: index.data.byteLength,
  });
  const head = new TextEncoder().encode(MAGIC + header + '\n');
  const start = aligned(head.length);
  const positions = pieces.flatMap(({ rings }) => rings.flatMap((ring) => [...ring]));
  const tree = start + positions.length * 4;
  const file = new Uint8Array(tree + index.data.byteLength).fill(0x20, 0, start);
  file.set(head);
  file.set(new Uint8Array(Int32Array.from(positions).buffer), start);
  file.set(new Uint8Array(index.data), tree);
  return file;
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

/** @throws where the file is not one that `encodePolygons` made. */
export function decodePolygons(file: Uint8Array): AreaPolygons {
  const headEnd = file.indexOf(0x0a, MAGIC.length);
  const head = new TextDecoder().decode(file.subarray(0, Math.max(0, headEnd)));
  if (!head.startsWith(MAGIC)) throw new Error('not a file of polygons');
  const header = Header.parse(JSON.parse(head.slice(MAGIC.length)));
  // A copy, since a Buffer may lie anywhere in a larger one, and typed arrays must begin at a multiple of their size.
  const bytes = Uint8Array.from(file).buffer;
  let offset = aligned(headEnd + 1);
  const pieces = header.pieces.map(({ area, rings }) => ({
    areaCode: area,
    rings: rings.map((length) => {
      const ring = new Int32Array(bytes, offset, length * 2);
      offset += length * POSITION_BYTES;
      return ring;
    }),
  }));
  const tree = bytes.slice(offset, offset + header.indexBytes);
  if (tree.byteLength !== header.indexBytes) throw new Error('the file of polygons is cut off');
  return lookUpIn(pieces, Flatbush.from(tree));
}

function lookUpIn(pieces: readonly Piece[], index: Flatbush): AreaPolygons {
  return {
    pieces,
    at: ({ lat, lon }) => {
      const [x, y] = [Math.round(lon * SCALE), Math.round(lat * SCALE)];
      const found = index
        .search(x, y, x, y)
        .flatMap((number) => pieces[number] ?? [])
        .filter(({ rings }) => contains(rings, x, y))
        .map(({ areaCode }) => areaCode);
      return firstOfEachLevel(found);
    },
  };
}

/** A border belongs to the unit with the lesser code, so that every point of a division lies in exactly one. */
function firstOfEachLevel(codes: readonly AreaCode[]): readonly AreaCode[] {
  if (codes.length < 2) return codes;
  const levels = Map.groupBy([...codes].sort(), (code) => code.length);
  return [...levels.values()].flatMap(([first]) => first ?? []);
}

/** Longitude and latitude of the corners: west, south, east, north. */
export function boxOf(rings: readonly Ring[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const [outer = new Int32Array()] = rings;
  for (let corner = 0; corner < outer.length / 2; corner += 1) {
    const [x, y] = [xOf(outer, corner), yOf(outer, corner)];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/** The border of an area is part of it, that of a hole too. */
export function contains([outer, ...holes]: readonly Ring[], x: number, y: number): boolean {
  if (outer === undefined || side(outer, x, y) < 0) return false;
  return holes.every((hole) => side(hole, x, y) <= 0);
}

const xOf = (ring: Ring, corner: number): number => ring[2 * corner] ?? NaN;
const yOf = (ring: Ring, corner: number): number => ring[2 * corner + 1] ?? NaN;

/** 1 inside a ring, 0 on it, -1 outside: edges that a ray to the east crosses, counted. */
export function side(ring: Ring, x: number, y: number): -1 | 0 | 1 {
  const corners = ring.length / 2;
  let inside = false;
  for (let to = 0, from = corners - 1; to < corners; from = to, to += 1) {
    const [y0, y1] = [yOf(ring, from), yOf(ring, to)];
    if (!isBetween(y, y0, y1)) continue;
    const [x0, x1] = [xOf(ring, from), xOf(ring, to)];
    const turn = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0);
    if (turn === 0 && isBetween(x, x0, x1)) return 0;
    const isEast = turn > 0 === y1 > y0;
    if (y0 > y !== y1 > y && isEast) inside = !inside;
  }
  return inside ? 1 : -1;
}

const isBetween = (value: number, one: number, other: number): boolean =>
  value >= Math.min(one, other) && value <= Math.max(one, other);

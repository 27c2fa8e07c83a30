import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import { type Piece } from '../../shared/domain/place/polygons.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { overlaps, shapeFaults } from './check-pieces.ts';
import { type Fault, readGeoJson } from './geojson.ts';
import { simplify } from './simplify.ts';

export interface Imported {
  readonly pieces: readonly Piece[];
  /** Reported, not refused: borders from different surveys seldom meet to the metre. */
  readonly overlaps: readonly string[];
  /** Units of a level that the file has, without those that it lacks, as sentences. */
  readonly missing: readonly string[];
  readonly corners: { readonly read: number; readonly kept: number };
}

export interface ImportOptions {
  readonly property: string;
  /** Metres; undefined keeps every corner. */
  readonly simplifyBy: number | undefined;
}

/** Borders from a GeoJSON file, or everything that is wrong with it. */
export function importAreas(
  raw: unknown,
  { areas, districts }: Pick<Jurisdiction, 'areas' | 'districts'>,
  { property, simplifyBy }: ImportOptions,
): Result<Imported, readonly Fault[]> {
  const box = boxAround(districts);
  const read = readGeoJson(raw, { knows: (code) => areas.has(code), box, property });
  const shape = shapeFaults(read.pieces.filter(({ rings }) => rings.every(isWhole)));
  const faults = [...read.faults, ...shape];
  if (faults.length > 0) return err(faults);
  const pieces = simplifyBy === undefined ? read.pieces : simplify(read.pieces, simplifyBy);
  const broken = simplifyBy === undefined ? [] : shapeFaults(pieces);
  if (broken.length > 0) {
    return err(broken.map((fault) => `${fault} once simplified: take fewer metres`));
  }
  return ok({
    pieces,
    overlaps: overlaps(pieces),
    missing: missingOf(pieces, areas),
    corners: { read: cornersIn(read.pieces), kept: cornersIn(pieces) },
  });
}

const isWhole = (ring: Int32Array): boolean => ring.length >= 6;

const cornersIn = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { rings }) => sum + rings.reduce((n, ring) => n + ring.length / 2, 0), 0);

function boxAround(districts: Jurisdiction['districts']): [number, number, number, number] {
  const boxes = districts.map(({ bbox }) => bbox);
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}

function missingOf(pieces: readonly Piece[], areas: Jurisdiction['areas']): readonly string[] {
  const has = new Set(pieces.map(({ areaCode }) => areaCode));
  const levels = new Set([...has].map((code) => areas.get(code)?.kind));
  return [...areas.values()]
    .filter(({ code, kind }) => levels.has(kind) && !has.has(code))
    .map(({ code, name }) => `${code} ${name} has no borders in the file`);
}

import * as z from 'zod';
import { AreaCode } from '../../shared/domain/area.ts';
import { type Piece, SCALE } from '../../shared/domain/place/polygons.ts';

/** One fault of a file, which names the feature: `AREA_UNKNOWN feature 3 (99999): …`. */
export type Fault = string;

export interface Import {
  readonly pieces: readonly Piece[];
  readonly faults: readonly Fault[];
}

export interface ImportRules {
  readonly knows: (code: AreaCode) => boolean;
  /** West, south, east, north: a file whose areas lie elsewhere has its axes swapped, or is of another province. */
  readonly box: readonly [number, number, number, number];
  /** Property that holds the code of the area. */
  readonly property: string;
}

const Collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).optional(),
  features: z.array(z.unknown()).min(1),
});
const Feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
});
const Rings = z.array(z.array(z.array(z.number()).min(2)).min(1)).min(1);
const shapes = {
  Polygon: Rings.transform((rings) => [rings]),
  MultiPolygon: z.array(Rings).min(1),
};

/** GeoJSON is WGS 84 by RFC 7946; older files say it in words, and others use the national grid. */
const WGS84 = /CRS84|EPSG:{1,2}4326/i;

/** Reads every feature, whatever is wrong with the others: all faults come back at once. */
export function readGeoJson(raw: unknown, rules: ImportRules): Import {
  const collection = Collection.safeParse(raw);
  if (!collection.success) {
    return { pieces: [], faults: ['FILE_INVALID not a GeoJSON FeatureCollection with features'] };
  }
  const { crs, features } = collection.data;
  if (crs !== undefined && !WGS84.test(crs.properties.name)) {
    return { pieces: [], faults: [`CRS_NOT_WGS84 ${crs.properties.name}: convert it first`] };
  }
  const seen = new Set<string>();
  const read = features.map((feature, number) => {
    const one = readFeature(feature, rules);
    const repeated = one.code !== undefined && seen.has(one.code);
    if (one.code !== undefined) seen.add(one.code);
    const faults = repeated
      ? ['AREA_REPEATED make one MultiPolygon of it', ...one.faults]
      : one.faults;
    return { pieces: one.pieces, faults: faults.map((fault) => named(fault, number, one.code)) };
  });
  return {
    pieces: read.flatMap(({ pieces }) => pieces),
    faults: read.flatMap(({ faults }) => faults),
  };
}

/** `CODE reason` → `CODE feature 3 (25747-2025): reason`. */
function named(fault: Fault, number: number, code: string | undefined): Fault {
  const [head = '', ...reason] = fault.split(' ');
  return `${head} feature ${number}${code === undefined ? '' : ` (${code})`}: ${reason.join(' ')}`;
}

interface FeatureRead extends Import {
  readonly code: string | undefined;
}

function readFeature(raw: unknown, rules: ImportRules): FeatureRead {
  const feature = Feature.safeParse(raw);
  if (!feature.success) return broken('FEATURE_INVALID not a GeoJSON feature');
  const said = feature.data.properties?.[rules.property];
  if (typeof said !== 'string' && typeof said !== 'number') {
    return broken(`CODE_MISSING it has no property ${rules.property}`);
  }
  const code = AreaCode.safeParse(String(said));
  if (!code.success || !rules.knows(code.data)) {
    return broken('AREA_UNKNOWN areas.json has no such unit; a ward of 2025 is 25747-2025', said);
  }
  return readShape(code.data, feature.data.geometry, rules);
}

function readShape(
  code: AreaCode,
  geometry: z.infer<typeof Feature>['geometry'],
  { box }: ImportRules,
): FeatureRead {
  const { type, coordinates } = geometry ?? { type: 'nothing', coordinates: [] };
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    return broken(`GEOMETRY_NOT_POLYGON it is ${type}, not a Polygon or MultiPolygon`, code);
  }
  const polygons = shapes[type].safeParse(coordinates);
  if (!polygons.success) return broken('COORDINATES_INVALID they are not rings of positions', code);
  const faults = polygons.data.flat().flatMap((ring) => ringFaults(ring, box));
  const pieces = polygons.data.map((rings) => ({ areaCode: code, rings: rings.map(whole) }));
  return { code, pieces, faults: faults.length > 0 ? faults : collapsed(pieces) };
}

const broken = (fault: Fault, code?: string | number): FeatureRead => ({
  code: code === undefined ? undefined : String(code),
  pieces: [],
  faults: [fault],
});

type Positions = readonly (readonly number[])[];

/** A closed ring needs so many positions: a triangle and its first corner again. */
const LEAST_POSITIONS = 4;

function ringFaults(ring: Positions, box: ImportRules['box']): readonly Fault[] {
  if (!ring.every((position) => isIn(position, WORLD))) {
    return ['OUTSIDE_WGS84 longitude first, to ±180, then latitude, to ±90'];
  }
  if (ring.length < LEAST_POSITIONS) return [`RING_SHORT ${ring.length} positions, at least 4`];
  if (ring[0]?.slice(0, 2).join() !== ring.at(-1)?.slice(0, 2).join()) {
    return ['RING_OPEN its last position is not its first'];
  }
  return ring.some((position) => isIn(position, box))
    ? []
    : ['OUTSIDE_PROVINCE no position is near it; are the axes swapped?'];
}

const WORLD: ImportRules['box'] = [-180, -90, 180, 90];

const isIn = (
  [lon = NaN, lat = NaN]: readonly number[],
  [west, south, east, north]: ImportRules['box'],
): boolean => lon >= west && lon <= east && lat >= south && lat <= north;

/** In millionths of a degree, without the closing position and without what falls together there. */
function whole(ring: Positions): Int32Array {
  const positions: number[] = [];
  for (const [lon = 0, lat = 0] of ring) {
    const [x, y] = [Math.round(lon * SCALE), Math.round(lat * SCALE)];
    if (x !== positions.at(-2) || y !== positions.at(-1)) positions.push(x, y);
  }
  if (positions[0] === positions.at(-2) && positions[1] === positions.at(-1)) {
    positions.length -= 2;
  }
  return Int32Array.from(positions);
}

const collapsed = (pieces: readonly Piece[]): readonly Fault[] =>
  pieces.some(({ rings }) => rings.some((ring) => ring.length < 2 * (LEAST_POSITIONS - 1)))
    ? ['RING_COLLAPSED it is smaller than a millionth of a degree']
    : [];

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePolygons,
  encodePolygons,
  type Piece,
  SCALE,
} from '../../shared/domain/place/polygons.ts';
import { gridOf } from '../../test/support/area-grid.ts';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { importAreas } from './import-file.ts';

type Position = readonly number[];
const square = (west: number, south: number, size = 0.1): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (code: unknown, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { code },
  geometry: { type, coordinates },
});
const collection = (...features: readonly unknown[]) => ({ type: 'FeatureCollection', features });
const ring = (...positions: readonly Position[]) => feature('718', [positions]);

const importOf = (raw: unknown, simplifyBy?: number) =>
  importAreas(raw, jurisdiction, { property: 'code', simplifyBy });
const faultsOf = (raw: unknown) => {
  const imported = importOf(raw);
  return imported.ok ? [] : imported.error;
};

/** As an export of a map would have it. */
const geoJsonOf = (pieces: readonly Piece[]) =>
  collection(
    ...pieces.map(({ areaCode, rings }) =>
      feature(
        areaCode,
        rings.map((one) => {
          const positions = Array.from({ length: one.length / 2 }, (_, at) => [
            (one[2 * at] ?? 0) / SCALE,
            (one[2 * at + 1] ?? 0) / SCALE,
          ]);
          return [...positions, positions[0]];
        }),
      ),
    ),
  );

describe('a file of borders', () => {
  it.each<[string, unknown, RegExp]>([
    ['is not GeoJSON', { type: 'Topology' }, /^FILE_INVALID/],
    [
      'is in the national grid',
      { ...collection(ring(...square(106.6, 11))), crs: { properties: { name: 'EPSG:9210' } } },
      /^CRS_NOT_WGS84/,
    ],
    [
      'has a unit that does not exist',
      collection(feature('99999', [square(106.6, 11)])),
      /^AREA_UNKNOWN feature 0 \(99999\)/,
    ],
    [
      'has a ward by its bare code',
      collection(feature('25942-2020', [square(106.6, 11)])),
      /^AREA_UNKNOWN/,
    ],
    [
      'has no code',
      collection(feature(undefined, [square(106.6, 11)])),
      /^CODE_MISSING feature 0:/,
    ],
    [
      'has a point',
      collection(feature('718', [106.6, 11], 'Point')),
      /^GEOMETRY_NOT_POLYGON.*Point/,
    ],
    [
      'has a unit twice',
      collection(ring(...square(106.6, 11)), ring(...square(106.8, 11))),
      /^AREA_REPEATED feature 1/,
    ],
    [
      'has words for numbers',
      collection(feature('718', [[['106', '11']]])),
      /^COORDINATES_INVALID/,
    ],
    ['has an open ring', collection(ring(...square(106.6, 11).slice(0, 4))), /^RING_OPEN/],
    [
      'has a ring of two corners',
      collection(ring([106.6, 11], [106.7, 11], [106.6, 11])),
      /^RING_SHORT/,
    ],
    [
      'has metres for degrees',
      collection(ring(...square(602_000, 1_210_000, 100))),
      /^OUTSIDE_WGS84/,
    ],
    ['has its axes swapped', collection(ring(...square(11, 80))), /^OUTSIDE_PROVINCE/],
    [
      'has a ring like an hourglass',
      collection(ring([106.6, 11], [106.7, 11.1], [106.7, 11], [106.6, 11.1], [106.6, 11])),
      /^SELF_INTERSECTION/,
    ],
    [
      'has a ring that turns back on itself',
      collection(ring([106.6, 11], [106.7, 11], [106.65, 11], [106.65, 11.1], [106.6, 11])),
      /^SELF_INTERSECTION/,
    ],
    [
      'has a ring that meets itself in a corner',
      collection(
        ring(
          [106.6, 11],
          [106.7, 11],
          [106.65, 11.05],
          [106.7, 11.1],
          [106.6, 11.1],
          [106.65, 11.05],
          [106.6, 11],
        ),
      ),
      /^SELF_INTERSECTION/,
    ],
    [
      'has a hole beside its ring',
      collection(feature('718', [square(106.6, 11), square(106.8, 11)])),
      /^HOLE_OUTSIDE/,
    ],
    [
      'has a hole across its ring',
      collection(feature('718', [square(106.6, 11), square(106.65, 11.05)])),
      /^SELF_INTERSECTION/,
    ],
    ['has a ring of one point', collection(ring(...square(106.6, 11, 1e-8))), /^RING_COLLAPSED/],
  ])('that %s is refused', (_, raw, fault) => {
    expect(faultsOf(raw)).toEqual([expect.stringMatching(fault)]);
  });

  it('has all its faults reported at once', () =>
    expect(
      faultsOf(
        collection(
          feature('99999', [square(106.6, 11)]),
          ring(...square(106.6, 11).slice(0, 4)),
          feature('719', [square(106.6, 11)], 'LineString'),
        ),
      ),
    ).toHaveLength(3));

  it('takes holes, several pieces, numbers for codes and heights', () => {
    const pieces = [[square(106.6, 11), square(106.64, 11.04, 0.02)], [square(106.8, 11)]];
    const high = square(106.4, 11.3).map((position) => [...position, 12]);
    const imported = importOf(
      collection(feature(718, pieces, 'MultiPolygon'), feature('720', [high])),
    );
    if (!imported.ok) throw new Error(imported.error.join());
    const polygons = decodePolygons(encodePolygons(imported.value.pieces));
    expect(polygons.at({ lon: 106.61, lat: 11.01 })).toEqual(['718']);
    expect(polygons.at({ lon: 106.65, lat: 11.05 })).toEqual([]);
    expect(polygons.at({ lon: 106.85, lat: 11.05 })).toEqual(['718']);
    expect(polygons.at({ lon: 106.45, lat: 11.35 })).toEqual(['720']);
    expect(imported.value.missing).toHaveLength(7);
  });

  it.each<[string, string, Position[], number]>([
    ['that share a border', '719', square(106.7, 11), 0],
    ['that share a part of one', '719', square(106.7, 11.02, 0.05), 0],
    ['that cross', '719', square(106.65, 11.05), 1],
    ['of which one lies in the other', '719', square(106.63, 11.03, 0.02), 1],
    ['that are the same', '719', square(106.6, 11), 1],
    ['of two levels', '25741', square(106.6, 11), 0],
  ])('tells of units %s', (...[, code, positions, count]) => {
    const imported = importOf(collection(ring(...square(106.6, 11)), feature(code, [positions])));
    expect(imported.ok && imported.value.overlaps).toHaveLength(count);
  });
});

describe('simplifying', () => {
  const { pieces } = gridOf(jurisdiction, { kind: 'commune', corners: 60 });
  const simplified = (metres: number) => {
    const imported = importOf(geoJsonOf(pieces), metres);
    if (!imported.ok) throw new Error(imported.error.join('\n'));
    return imported.value;
  };

  it('leaves out what lies within so many metres, and no more', () => {
    const { corners } = simplified(40);
    expect(corners.read).toBe(91 * 240);
    expect(corners.kept).toBeLessThan(corners.read / 2);
    expect(simplified(0.001).corners.kept).toBe(corners.read);
  });

  it('opens no gap and makes no overlap between neighbours', () => {
    const { pieces: simpler, overlaps } = simplified(40);
    expect(overlaps).toEqual([]);
    const polygons = decodePolygons(encodePolygons(simpler));
    fc.assert(
      fc.property(
        fc.double({ min: 106.42, max: 106.88, noNaN: true }),
        fc.double({ min: 10.92, max: 11.32, noNaN: true }),
        (lon, lat) => {
          expect(polygons.at({ lon, lat })).toHaveLength(1);
        },
      ),
    );
  });

  it('keeps a ring that it would take away', () => {
    const imported = importOf(collection(ring(...square(106.6, 11, 0.0001))), 1_000);
    expect(imported.ok && imported.value.corners).toEqual({ read: 4, kept: 4 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../test/support/area-grid.ts';
import { jurisdiction } from '../../../test/support/case-builder.ts';
import { AreaCode } from '../area.ts';
import { contains, decodePolygons, encodePolygons, SCALE, side } from './polygons.ts';

const degrees = (...positions: readonly (readonly [number, number])[]): Int32Array =>
  Int32Array.from(positions.flat().map((degree) => Math.round(degree * SCALE)));
const square = (west: number, south: number, size: number) =>
  degrees([west, south], [west + size, south], [west + size, south + size], [west, south + size]);
const area = (code: string) => AreaCode.parse(code);
const polygonsOf = (...pieces: readonly (readonly [string, ...Int32Array[]])[]) =>
  decodePolygons(
    encodePolygons(pieces.map(([code, ...rings]) => ({ areaCode: area(code), rings }))),
  );

describe('a point', () => {
  const ring = polygonsOf(['25741', square(106, 11, 1), square(106.4, 11.4, 0.2)]);

  it.each([
    ['inside', 106.1, 11.1, ['25741']],
    ['in the hole', 106.5, 11.5, []],
    ['on the border', 106, 11.5, ['25741']],
    ['on a corner', 107, 12, ['25741']],
    ['on the border of the hole', 106.4, 11.5, ['25741']],
    ['level with a corner, outside', 105.9, 11, []],
    ['level with an edge, outside', 107.1, 12, []],
    ['outside', 108, 11.5, []],
  ])('%s', (...[, lon, lat, found]) => expect(ring.at({ lon, lat })).toEqual(found));

  it('on a border of two lies in the one with the lesser code, in whatever order they come', () => {
    const [west, east] = [square(106, 11, 1), square(107, 11, 1)];
    for (const polygons of [
      polygonsOf(['25744', west], ['25741', east]),
      polygonsOf(['25741', east], ['25744', west]),
    ]) {
      expect(polygons.at({ lon: 107, lat: 11.5 })).toEqual(['25741']);
      expect(polygons.at({ lon: 106.5, lat: 11.5 })).toEqual(['25744']);
    }
  });

  it('lies in units of several levels at once, in each piece of one', () => {
    const polygons = polygonsOf(
      ['718', square(106, 11, 2)],
      ['25741', square(106, 11, 0.5)],
      ['25741', square(107, 12, 0.5)],
      ['25747-2025', square(106, 11, 2)],
    );
    expect([...polygons.at({ lon: 107.2, lat: 12.2 })].sort()).toEqual([
      '25741',
      '25747-2025',
      '718',
    ]);
    expect([...polygons.at({ lon: 106.8, lat: 12.2 })].sort()).toEqual(['25747-2025', '718']);
  });

  it('lies in exactly one cell of a province, on its borders too', () => {
    const { polygons, pieces } = gridOf(jurisdiction, { kind: 'commune', corners: 40 });
    const corners = pieces.flatMap(({ rings: [ring = new Int32Array()] }) =>
      Array.from({ length: ring.length / 2 }, (_, at) => ({
        lon: (ring[2 * at] ?? 0) / SCALE,
        lat: (ring[2 * at + 1] ?? 0) / SCALE,
      })),
    );
    for (const corner of corners) expect(polygons.at(corner)).toHaveLength(1);
    fc.assert(
      fc.property(
        fc.double({ min: 106.41, max: 106.88, noNaN: true }),
        fc.double({ min: 10.91, max: 11.33, noNaN: true }),
        (lon, lat) => {
          expect(polygons.at({ lon, lat })).toHaveLength(1);
        },
      ),
    );
  });
});

describe('a polygon', () => {
  /** By the angle that the ring turns round the point: shares nothing with counting crossings. */
  const isInside = (ring: Int32Array, x: number, y: number): boolean => {
    let turned = 0;
    for (let at = 0; at < ring.length; at += 2) {
      const next = (at + 2) % ring.length;
      const [ax, ay] = [(ring[at] ?? 0) - x, (ring[at + 1] ?? 0) - y];
      const [bx, by] = [(ring[next] ?? 0) - x, (ring[next + 1] ?? 0) - y];
      turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
    }
    return Math.abs(turned) > Math.PI;
  };

  it('contains what it turns round', () => {
    const star = fc.array(fc.integer({ min: 20, max: 1000 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(star, fc.integer({ min: -999, max: 999 }), fc.integer(), (radii, x, seed) => {
        const ring = Int32Array.from(
          radii.flatMap((radius, at) => {
            const angle = (2 * Math.PI * at) / radii.length;
            return [Math.round(radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))];
          }),
        );
        const y = seed % 1000;
        // On the border the angle is a matter of rounding.
        fc.pre(side(ring, x, y) !== 0);
        expect(contains([ring], x, y)).toBe(isInside(ring, x, y));
      }),
    );
  });
});

describe('the file', () => {
  const pieces = [{ areaCode: area('718'), rings: [square(106, 11, 1)] }];

  it('is read wherever it lies in memory', () => {
    const file = encodePolygons(pieces);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(decodePolygons(shifted.subarray(3)).at({ lon: 106.5, lat: 11.5 })).toEqual(['718']);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['another file', new TextEncoder().encode('{"type":"FeatureCollection"}\n')],
    ['a part of one', encodePolygons(pieces).slice(0, -8)],
  ])('is refused when it is %s', (_, file) => {
    expect(() => decodePolygons(file)).toThrow(/polygons/);
  });
});

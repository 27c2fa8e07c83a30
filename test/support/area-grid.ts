import type { AreaCode } from '../../shared/domain/area.ts';
import type { AreaKind } from '../../shared/domain/area-lookup.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import type { Point } from '../../shared/domain/place/nearest.ts';
import {
  type AreaPolygons,
  decodePolygons,
  encodePolygons,
  type Piece,
  SCALE,
} from '../../shared/domain/place/polygons.ts';

/** Made-up borders: the project owns none of the province. Each unit of a level is a cell of a grid over its districts. */
export interface AreaGrid {
  readonly pieces: readonly Piece[];
  readonly polygons: AreaPolygons;
  readonly cells: readonly { readonly areaCode: AreaCode; readonly center: Point }[];
}

/** Where the grid begins, and the width of a cell, in degrees: all of it lies over the province. */
const WEST = 106.4;
const SOUTH = 10.9;
const CELL = 0.05;

interface GridOptions {
  readonly kind: AreaKind;
  /** Corners along one side of a cell; the side between two cells winds, the same for both. */
  readonly corners?: number;
}

export function gridOf({ areas }: Pick<Jurisdiction, 'areas'>, options: GridOptions): AreaGrid {
  const codes = [...areas.values()].filter(({ kind }) => kind === options.kind);
  const columns = Math.ceil(Math.sqrt(codes.length));
  const corners = options.corners ?? 1;
  const pieces = codes.map(({ code }, number): Piece => {
    const [column, row] = [number % columns, Math.floor(number / columns)];
    return { areaCode: code, rings: [cell(column, row, corners)] };
  });
  return {
    pieces,
    polygons: decodePolygons(encodePolygons(pieces)),
    cells: codes.map(({ code }, number) => ({
      areaCode: code,
      center: {
        lon: WEST + CELL * ((number % columns) + 0.5),
        lat: SOUTH + CELL * (Math.floor(number / columns) + 0.5),
      },
    })),
  };
}

/** Counter-clockwise from the south-west corner. */
function cell(column: number, row: number, corners: number): Int32Array {
  const positions: number[] = [];
  const put = (x: number, y: number) => {
    const wound = winding(x, y, corners);
    positions.push(
      Math.round((WEST + CELL * (x + wound)) * SCALE),
      Math.round((SOUTH + CELL * (y + wound)) * SCALE),
    );
  };
  const steps = Array.from({ length: corners }, (_, step) => step / corners);
  for (const step of steps) put(column + step, row);
  for (const step of steps) put(column + 1, row + step);
  for (const step of steps) put(column + 1 - step, row + 1);
  for (const step of steps) put(column, row + 1 - step);
  return Int32Array.from(positions);
}

/** The same for both cells of a border, none at their corners, and smaller than between two corners of it. */
const winding = (x: number, y: number, corners: number): number => {
  const along = Math.abs(x - Math.round(x)) > 1e-9 ? x : y;
  const isCorner = Math.abs(along - Math.round(along)) < 1e-9;
  return isCorner ? 0 : 0.3 * Math.sin(along * corners * 2.1) * (1 / corners);
};

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { decodePolygons } from '../shared/domain/place/polygons.ts';

const script = join(import.meta.dirname, 'import-areas.ts');
const folder = mkdtempSync(join(tmpdir(), 'areas-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as a person does, from a folder that is not the project's. */
async function importAreas(...args: string[]) {
  const child = spawn(process.execPath, [script, ...args], { env: { INIT_CWD: folder } });
  const [out, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on('close', resolve)),
  ]);
  return { out, errors, code };
}

const square = (code: string, west: number) => ({
  type: 'Feature',
  properties: { ma: code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 11],
        [west + 0.1, 11],
        [west + 0.1, 11.1],
        [west, 11.1],
        [west, 11],
      ],
    ],
  },
});
const put = (name: string, ...features: readonly object[]) =>
  writeFileSync(join(folder, name), JSON.stringify({ type: 'FeatureCollection', features }));

describe('npm run import:areas', () => {
  it('writes borders, and tells of overlaps and of units without', async () => {
    put('good.geojson', square('718', 106.6), square('724', 106.65));
    const { out, errors, code } = await importAreas(
      'good.geojson',
      '--code',
      'ma',
      '--out',
      'p.bin',
    );
    expect({ code, errors }).toMatchObject({ code: 0 });
    expect(out).toMatch(/2 areas, 8 of 8 corners, \d+ bytes, 1 overlaps, 7 missing/);
    expect(errors).toContain('718 and 724 overlap at ');
    expect(errors).toContain('721 Thị xã Bến Cát has no borders in the file');
    const polygons = decodePolygons(readFileSync(join(folder, 'p.bin')));
    expect(polygons.at({ lon: 106.72, lat: 11.05 })).toEqual(['724']);
  });

  it('writes nothing where anything is wrong, and says all of it', async () => {
    put('bad.geojson', square('718', 106.6), square('999', 106.7), square('724', 206.7));
    const { out, errors, code } = await importAreas(
      'bad.geojson',
      '--code',
      'ma',
      '--out',
      'q.bin',
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toMatch(/AREA_UNKNOWN feature 1 \(999\)[\s\S]*OUTSIDE_WGS84 feature 2 \(724\)/);
    expect(existsSync(join(folder, 'q.bin'))).toBe(false);
  });

  it.each([[[]], [['good.geojson', '--simplify', 'a lot']], [['nowhere.geojson']]])(
    'ends with 2 where it cannot begin: %j',
    async (args) => expect(await importAreas(...args)).toMatchObject({ code: 2, out: '' }),
  );
});

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { POLYGONS_FILE } from '../shared/adapters/system/named-places.ts';
import { encodePolygons } from '../shared/domain/place/polygons.ts';
import { loadJurisdiction } from '../shared/jurisdictions/bundled.ts';
import { importAreas } from './areas/import-file.ts';
import { folder } from './lines.ts';

/** Puts borders into a province's folder, or says everything that is wrong with them and changes nothing. */
const USAGE =
  'npm run import:areas -- <file.geojson> [--simplify <metres>] [--jurisdiction binh-duong] [--code code] [--out <file>]\n' +
  '  a FeatureCollection of Polygons and MultiPolygons in WGS 84, each with the code of its area as a property:\n' +
  '  718 (district), 25966 (commune until 30 June 2025) or 25966-2025 (ward since)';
/** More than that nobody reads at once. */
const SHOWN = 50;

const JURISDICTIONS = join(import.meta.dirname, '../shared/jurisdictions');

try {
  run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function run(): void {
  const { file, id, property, simplifyBy, out } = readOptions();
  const { jurisdiction } = loadJurisdiction(id);
  const raw: unknown = JSON.parse(readFileSync(resolve(folder, file), 'utf8'));
  const imported = importAreas(raw, jurisdiction, { property, simplifyBy });
  if (!imported.ok) {
    tell(imported.error);
    console.error(`${imported.error.length} lỗi, không ghi gì · faults, nothing was written`);
    process.exitCode = 1;
    return;
  }
  const { pieces, overlaps, missing, corners } = imported.value;
  tell([...overlaps, ...missing]);
  const path = out === undefined ? join(JURISDICTIONS, id, POLYGONS_FILE) : resolve(folder, out);
  const bytes = encodePolygons(pieces);
  // Whoever reads meanwhile finds the old file or the new one, never a half.
  writeFileSync(`${path}.new`, bytes);
  renameSync(`${path}.new`, path);
  const areas = new Set(pieces.map(({ areaCode }) => areaCode)).size;
  console.log(
    `${path}: ${areas} areas, ${corners.kept} of ${corners.read} corners, ${bytes.length} bytes, ` +
      `${overlaps.length} overlaps, ${missing.length} missing`,
  );
}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      simplify: { type: 'string' },
      jurisdiction: { type: 'string', default: 'binh-duong' },
      code: { type: 'string', default: 'code' },
      out: { type: 'string' },
    },
  });
  const [file] = positionals;
  const metres = values.simplify === undefined ? undefined : Number(values.simplify);
  const isNumber = metres === undefined || (Number.isFinite(metres) && metres > 0);
  if (file === undefined || positionals.length > 1 || !isNumber) throw new Error(USAGE);
  const { jurisdiction: id, code: property, out } = values;
  return { file, id, property, simplifyBy: metres, out };
}

function tell(sentences: readonly string[]): void {
  for (const sentence of sentences.slice(0, SHOWN)) console.error(sentence);
  if (sentences.length > SHOWN) console.error(`… ${sentences.length - SHOWN}`);
}

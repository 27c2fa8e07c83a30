import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { foldVietnamese } from '../shared/domain/text/fold.ts';
import { LandmarksFile } from '../shared/domain/place/landmark.ts';
import type { Point } from '../shared/domain/place/nearest.ts';
import { placesOf } from '../shared/domain/place/places.ts';
import { contains, type Piece, SCALE } from '../shared/domain/place/polygons.ts';
import { loadJurisdiction } from '../shared/jurisdictions/bundled.ts';
import { gridOf } from '../test/support/area-grid.ts';
import { readCorpus } from '../shared/adapters/system/training-texts.ts';
import { chance } from '../shared/domain/chance.ts';

const FOLDER = join(import.meta.dirname, '../shared/jurisdictions/binh-duong');
/** What the demand is: a million look-ups a minute on one core. */
const LEAST_A_SECOND = 1_000_000 / 60;
/** Corners of a real commune's border, about: 91 of them have some 110,000. */
const CORNERS_A_SIDE = 300;
const POINTS = 200_000;
const NAIVE_POINTS = 2_000;
const SEED = 1022;

const { jurisdiction } = loadJurisdiction('binh-duong');

/**
 * Look-ups a second on one core: a point among made-up borders of the province's 91 communes, beside a scan of all of them in
 * the same run; a message's place by names, beside a search of each name in the text.
 */
export function areas(): Promise<void> {
  byPolygon();
  byName();
  return Promise.resolve();
}

function byPolygon(): void {
  const { pieces, polygons, cells } = gridOf(jurisdiction, {
    kind: 'commune',
    corners: CORNERS_A_SIDE,
  });
  const corners = pieces.reduce((sum, { rings }) => sum + (rings[0]?.length ?? 0) / 2, 0);
  const random = chance(SEED);
  const edge = { lon: 106.4, lat: 10.9, width: 0.5, height: 0.5 };
  const points = Array.from({ length: POINTS }, (): Point => ({
    lon: edge.lon + random.next() * edge.width,
    lat: edge.lat + random.next() * edge.height,
  }));
  polygons.at(cells[0]?.center ?? points[0] ?? { lat: 0, lon: 0 });
  const { rate, value: found } = rateOf(points, (point) => polygons.at(point).length);
  const few = points.slice(0, NAIVE_POINTS);
  const naive = rateOf(few, (point) => scanned(pieces, point));
  const same = few.every((point) => scanned(pieces, point) === polygons.at(point).length);
  console.log(`borders     ${pieces.length} areas, ${corners} corners`);
  tell('by point', rate, naive.rate);
  console.log(
    `            at least ${Math.round(LEAST_A_SECOND)} a second wanted; ${((100 * found) / POINTS).toFixed(1)} % inside; same as the scan: ${yes(same)}`,
  );
  fail(rate < LEAST_A_SECOND || !same);
}

/** Every polygon asked, without boxes. A border of two is found twice here; random points hardly meet one. */
const scanned = (pieces: readonly Piece[], { lon, lat }: Point): number => {
  const [x, y] = [Math.round(lon * SCALE), Math.round(lat * SCALE)];
  return Math.min(1, pieces.filter(({ rings }) => contains(rings, x, y)).length);
};

function byName(): void {
  const landmarks = LandmarksFile.parse(
    JSON.parse(readFileSync(join(FOLDER, 'landmarks.json'), 'utf8')),
  );
  const started = performance.now();
  const places = placesOf(jurisdiction, { landmarks });
  console.log(`names       made in ${(performance.now() - started).toFixed(1)} ms`);
  const names = [...jurisdiction.areas.values()].map(({ name }) => name.replace(/^\S+ /u, ''));
  const messages = readCorpus(FOLDER).services.flatMap(({ texts, hard }, service) =>
    [...texts, ...hard].map(
      (text, at) => `${text} ở ${names[(service * 7 + at) % names.length] ?? ''}`,
    ),
  );
  rateOf(messages.slice(0, 2_000), (text) => places({ text }).candidates.length);
  const own = rateOf(messages, (text) => (places({ text }).certainty === 'none' ? 0 : 1));
  const all = [...names, ...landmarks.landmarks.flatMap((one) => one.names)];
  const naive = rateOf(messages.slice(0, NAIVE_POINTS), (text) => {
    const folded = foldVietnamese(text);
    return all.filter((name) => folded.includes(foldVietnamese(name))).length > 0 ? 1 : 0;
  });
  tell('by name', own.rate, naive.rate);
  console.log(`            ${messages.length} messages, ${own.value} with a place`);
}

function rateOf<T>(items: readonly T[], ask: (item: T) => number) {
  const started = performance.now();
  let value = 0;
  for (const item of items) value += ask(item);
  return { rate: items.length / ((performance.now() - started) / 1_000), value };
}

const tell = (what: string, rate: number, naive: number): void => {
  console.log(
    `${what.padEnd(11)} ${Math.round(rate)} a second, ` +
      `${((rate * 60) / 1_000_000).toFixed(1)} million a minute; ` +
      `${(rate / naive).toFixed(1)} times a scan (${Math.round(naive)} a second)`,
  );
};

const yes = (is: boolean): string => (is ? 'yes' : 'NO');
const fail = (isFault: boolean): void => {
  if (isFault) process.exitCode = 1;
};

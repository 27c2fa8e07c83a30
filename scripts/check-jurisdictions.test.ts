import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AreaCode } from '../shared/domain/area.ts';
import { encodePolygons } from '../shared/domain/place/polygons.ts';
import { checkJurisdictions } from './check-jurisdictions.ts';

const committed = join(import.meta.dirname, '../shared/jurisdictions');
const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

function setup() {
  const root = mkdtempSync(join(tmpdir(), 'jurisdictions-'));
  roots.push(root);
  return {
    root,
    copyOf: (id: string) => {
      const folder = join(root, id);
      cpSync(join(committed, 'binh-duong'), folder, { recursive: true });
      return {
        replace: (file: string, from: string, to: string) => {
          const path = join(folder, file);
          writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
        },
        remove: (file: string) => rmSync(join(folder, file)),
        write: (file: string, bytes: Uint8Array) => writeFileSync(join(folder, file), bytes),
      };
    },
  };
}

describe('the check of the jurisdictions', () => {
  it('passes what is committed', () =>
    expect(checkJurisdictions(committed)).toEqual([
      {
        id: 'binh-duong',
        problems: [],
        summary: expect.stringMatching(
          /^47 departments, 78 services, 9 districts, 91 communes, 36 wards, calendar 2019-2027, \d+ landmarks, no borders$/,
        ) as unknown,
      },
    ]));

  it('reports each folder for itself', () => {
    const { root, copyOf } = setup();
    copyOf('a-sound-one');
    copyOf('b-faulty').replace('services.json', '"lead": "BIWASE"', '"lead": "WATER"');
    expect(checkJurisdictions(root).map(({ id, problems }) => ({ id, problems }))).toEqual([
      { id: 'a-sound-one', problems: [] },
      {
        id: 'b-faulty',
        problems: ['services.json: water-supply is led by WATER, which is not a department'],
      },
    ]);
  });

  it('holds the stated offset against the zone', () => {
    const { root, copyOf } = setup();
    copyOf('abroad').replace('calendar.json', 'Asia/Ho_Chi_Minh', 'America/New_York');
    expect(checkJurisdictions(root)[0]?.problems).toEqual([
      'calendar.json: utcOffset: America/New_York does not keep +07:00 in all covered years; leave it out',
    ]);
  });

  it('holds who publishes open data, and under which licence', () => {
    const { root, copyOf } = setup();
    copyOf('a-without').remove('open-data.json');
    copyOf('b-faulty').replace('open-data.json', '"CC-BY-4.0"', '"CC BY"');
    expect(checkJurisdictions(root).map(({ problems }) => problems)).toEqual([
      ['open-data.json is missing'],
      [expect.stringMatching(/^open-data\.json: licence\.id: /)],
    ]);
  });

  it.each([
    [
      'a landmark in a place that does not exist',
      '"25963"',
      '"99999"',
      'chợ Búng lies in 99999, which does not exist',
    ],
    [
      'a name that no area has',
      '"wider": [',
      '"wider": ["Sài Gòn",',
      'Sài Gòn is no name of an area',
    ],
    [
      'a certainty that is none',
      '"certainty": "known"',
      '"certainty": "sure"',
      'landmarks.0.certainty',
    ],
    ['half a file', '"landmarks"', '', 'not JSON'],
  ])('reports %s', (...[, from, to, problem]) => {
    const { root, copyOf } = setup();
    copyOf('lost').replace('landmarks.json', from, to);
    expect(checkJurisdictions(root)[0]?.problems).toEqual([
      expect.stringMatching(new RegExp(`^landmarks\\.json: .*${problem}`)),
    ]);
  });

  it('reports borders that are of no area, or no file of borders', () => {
    const { root, copyOf } = setup();
    copyOf('a-cut-off').write('polygons.bin', new Uint8Array(7));
    const rings = [Int32Array.of(0, 0, 9, 0, 9, 9)];
    const areaCode = AreaCode.parse('99999');
    copyOf('b-foreign').write('polygons.bin', encodePolygons([{ areaCode, rings }]));
    expect(checkJurisdictions(root).map(({ problems }) => problems)).toEqual([
      ['polygons.bin: not a file of polygons'],
      ['polygons.bin: 99999 has borders but does not exist'],
    ]);
  });

  it('needs neither landmarks nor borders', () => {
    const { root, copyOf } = setup();
    copyOf('plain').remove('landmarks.json');
    expect(checkJurisdictions(root)[0]).toMatchObject({ problems: [] });
  });

  it('says which files are missing or not JSON', () => {
    const { root, copyOf } = setup();
    const folder = copyOf('half');
    folder.remove('sla.json');
    folder.replace('areas.json', '{', '');
    expect(checkJurisdictions(root)[0]?.problems).toEqual([
      expect.stringContaining('areas.json is not JSON'),
      'sla.json is missing',
    ]);
  });

  it('does not pass when there is nothing to check', () => {
    const { root } = setup();
    expect(checkJurisdictions(root)[0]?.problems).toEqual(['no jurisdiction found']);
  });
});

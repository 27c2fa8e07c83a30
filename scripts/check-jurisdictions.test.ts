import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
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
        summary: '47 departments, 78 services, 9 districts, 91 communes, calendar 2019-2027',
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

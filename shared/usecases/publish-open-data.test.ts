import { describe, expect, it } from 'vitest';
import { jurisdiction, jurisdictionId } from '../../test/support/case-builder.ts';
import { contributionsOf, type MadeUpCase, madeUpCases } from '../../test/support/open-month.ts';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import {
  InMemoryOpenDataFiles,
  InMemoryOpenDataIndex,
  InMemoryOpenDataWork,
} from '../adapters/memory/in-memory-open-data.ts';
import { digest } from '../adapters/system/digest.ts';
import { statisticsContext } from '../domain/statistics-context.ts';
import { loadOpenTerms } from '../jurisdictions/open-data-terms.ts';
import type { CountedCases } from '../ports/statistics.ts';
import { createPublishOpenData } from './publish-open-data.ts';
import { createFindOpenFile, createListOpenData } from './read-open-data.ts';

const PAGE = 100;

/** Cases of March 2020 and what is published of them, at an hour that a test moves. */
function setup(...cases: MadeUpCase[]) {
  const all = [...cases];
  let now = '2020-05-01T20:15:00.000Z';
  const counted: CountedCases = {
    list: ({ months, after, limit }) => {
      const page = Math.min(limit, PAGE);
      const from = Number(after ?? 0);
      const listed = months.includes('2020-03') ? all.slice(from, from + page) : [];
      return Promise.resolve({
        cases: listed.map((one, place) => ({
          caseId: caseIdNumber(from + place),
          place: String(from + place),
          contributions: contributionsOf(one),
        })),
        next: from + page < all.length && listed.length > 0 ? String(from + page) : undefined,
      });
    },
  };
  const files = new InMemoryOpenDataFiles();
  const ports = {
    ...{ counted, files, links: files, digest, jurisdiction },
    index: new InMemoryOpenDataIndex(),
    work: new InMemoryOpenDataWork(),
    clock: { now: () => new Date(now) },
    terms: loadOpenTerms('binh-duong'),
    context: statisticsContext(jurisdiction),
  };
  const publish = createPublishOpenData(ports);
  const find = createFindOpenFile(ports);
  return {
    all,
    ports,
    list: () => createListOpenData(ports)(jurisdictionId),
    publish: (mayGoOn = () => true) => publish(jurisdictionId, mayGoOn),
    at: (instant: string) => {
      now = instant;
    },
    find: (dataset: string, month = '2020-03', format: 'csv' | 'json' = 'csv') =>
      find({ jurisdictionId, dataset, month, format }),
    text: async (dataset: string, format: 'csv' | 'json' = 'csv') => {
      const found = await find({ jurisdictionId, dataset, month: '2020-03', format });
      return found.ok ? (files.fetched(found.value.link)?.toString() ?? '') : '';
    },
  };
}

describe('the open data of a month', () => {
  it('are published when it has settled, and not a day before', async () => {
    const { at, publish, find } = setup(...madeUpCases(1, 100));
    at('2020-04-30T16:59:00.000Z');
    expect(await publish()).toMatchObject({ outcome: 'DONE', published: [] });
    expect(await find('figures')).toMatchObject({
      error: { code: 'OPEN_DATA_NOT_PUBLISHED', publishedFrom: '2020-05-01' },
    });
    at('2020-04-30T17:01:00.000Z');
    expect(await publish()).toMatchObject({ outcome: 'DONE', published: ['2020-03'] });
    expect(await find('figures')).toMatchObject({ ok: true });
    expect(await publish()).toMatchObject({ published: [], unchanged: [] });
  });

  it('are not there for what nobody publishes', async () => {
    const { publish, find } = setup(...madeUpCases(1, 100));
    await publish();
    for (const [dataset, month] of [
      ['people', '2020-03'],
      ['figures', '2020-02'],
    ] as const)
      expect(await find(dataset, month)).toEqual({
        ok: false,
        error: { code: 'OPEN_DATA_NOT_FOUND' },
      });
    expect(await find('figures', '2020-04')).toMatchObject({
      error: { code: 'OPEN_DATA_NOT_PUBLISHED' },
    });
  });

  it('are the same in one run and in many that are cut off', async () => {
    const cases = madeUpCases(2, 450);
    const [whole, inParts] = [setup(...cases), setup(...cases)];
    await whole.publish();
    let runs = 1;
    for (; ; runs += 1) {
      let pages = 0;
      const { outcome } = await inParts.publish(() => (pages += 1) < 2);
      if (outcome === 'DONE') break;
    }
    expect(runs).toBeGreaterThan(4);
    for (const dataset of ['figures', 'cases'])
      expect(await inParts.text(dataset)).toBe(await whole.text(dataset));
  });

  it('are published again when they were taken back, though a later month is there', async () => {
    const { ports, publish, list, find } = setup(...madeUpCases(9, 200));
    await publish();
    const [march] = await list();
    const { tag } = await ports.index.find(jurisdictionId);
    const april = { ...march!, month: '2020-04' };
    await ports.index.save(jurisdictionId, { index: { issues: [april] }, tag });
    expect(await find('figures')).toMatchObject({ ok: false });
    expect(await publish()).toMatchObject({ published: ['2020-03'] });
    expect(await find('figures')).toMatchObject({ ok: true });
  });

  it('are looked at again a month later, and made anew where something has changed', async () => {
    const { all, at, publish, list, text } = setup(...madeUpCases(3, 200));
    await publish();
    const [first] = await list();
    at('2020-06-02T20:15:00.000Z');
    expect(await publish()).toMatchObject({ published: [], unchanged: ['2020-03'] });
    expect(await list()).toEqual([{ ...first, checkedAt: '2020-06-02T20:15:00.000Z' }]);
    all.push(...madeUpCases(4, 50).map((one) => ({ ...one, day: 9 })));
    at('2020-06-20T20:15:00.000Z');
    expect(await publish()).toMatchObject({ published: [] });
    const before = await text('cases');
    at('2020-07-03T20:15:00.000Z');
    expect(await publish()).toMatchObject({ published: ['2020-03'] });
    expect((await text('cases')).length).toBeGreaterThan(before.length);
    expect(await list()).toMatchObject([
      { issuedAt: first?.issuedAt, modifiedAt: '2020-07-03T20:15:00.000Z' },
    ]);
  });

  it('stay as they are when half a year has gone', async () => {
    const { at, publish } = setup(...madeUpCases(5, 50));
    const looked: string[] = [];
    for (let day = 0; day < 400; day += 10) {
      const now = new Date(Date.parse('2020-05-01T20:15:00.000Z') + day * 86_400_000);
      at(now.toISOString());
      looked.push(...(await publish()).unchanged);
    }
    expect(looked).toHaveLength(6);
  });

  it('of a month that another run published meanwhile are left to it', async () => {
    const { ports, publish } = setup(...madeUpCases(6, 150));
    const first = createPublishOpenData({
      ...ports,
      files: {
        write: async (...args) => {
          await publish();
          return ports.files.write(...args);
        },
      },
    });
    expect(await first(jurisdictionId, () => true)).toMatchObject({ outcome: 'MOVED' });
    expect((await publish()).outcome).toBe('DONE');
  });
});

describe('its files', () => {
  it('hold the same rows as CSV and as JSON, and say whose they are', async () => {
    const { publish, text } = setup(...madeUpCases(7, 300));
    await publish();
    for (const dataset of ['figures', 'cases']) {
      const [head = '', ...lines] = (await text(dataset)).split('\r\n').slice(0, -1);
      const json = JSON.parse(await text(dataset, 'json')) as {
        rows: Record<string, string | number | null>[];
        count: number;
      };
      expect(json).toMatchObject({
        dataset,
        period: { month: '2020-03', from: '2020-03-01', to: '2020-03-31' },
        licence: { id: 'CC-BY-4.0' },
        suppression: { minimum: 5 },
      });
      expect(json.rows).toHaveLength(lines.length);
      expect(json.count).toBe(lines.length);
      expect(head).toBe(
        `\uFEFF${Object.keys(json.rows[0]!)
          .map((key) => `"${key}"`)
          .join(',')}`,
      );
      expect(lines).toEqual(
        json.rows.map((row) =>
          Object.values(row)
            .map((cell) => (cell === null ? '' : typeof cell === 'number' ? cell : `"${cell}"`))
            .join(','),
        ),
      );
    }
  });

  it('of a month with fewer than five cases hold none', async () => {
    const few = madeUpCases(8, 4).map((one) => ({ ...one, day: 3 }));
    const { publish, text } = setup(...few);
    await publish();
    for (const dataset of ['figures', 'cases'])
      expect((await text(dataset)).split('\r\n')).toHaveLength(2);
  });

  it('call nothing by a name that a spreadsheet would reckon with', async () => {
    const { ports, publish, text } = setup(...madeUpCases(9, 300));
    const departments = new Map(
      [...jurisdiction.departments].map(([code, department]) => [
        code,
        { ...department, name: '=HYPERLINK("x")' },
      ]),
    );
    const named = createPublishOpenData({
      ...ports,
      jurisdiction: { ...jurisdiction, departments },
    });
    await named(jurisdictionId, () => true);
    await publish();
    expect(await text('figures')).toContain(`"'=HYPERLINK(""x"")"`);
    expect(await text('figures')).not.toMatch(/(^|,)"?=/m);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type IndexDefinition, tables } from '../../shared/adapters/dynamodb/tables.ts';
import { changes, changesWithParts, LOG_WRITE_UNITS, readUnits } from './case-costs.ts';

const page = readFileSync('docs/access-patterns.md', 'utf8');

/** Rows of the tables whose heading begins with these columns, cell by cell. */
function rowsUnder(...columns: string[]): string[][] {
  const lines = page.split('\n');
  const starts = lines.flatMap((line, number) =>
    columns.every((column, place) => cellsOf(line)[place] === column) ? [number + 2] : [],
  );
  return starts.flatMap((start) => {
    const end = lines.findIndex((line, number) => number >= start && !line.startsWith('|'));
    return lines.slice(start, end).map(cellsOf);
  });
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const patterns = rowsUnder('Pattern', 'Who asks', 'Where', 'Key condition').map(
  ([pattern = '', who = '', where = '', condition = '', volume = '', cost = '']) => ({
    pattern,
    who,
    where: where.replaceAll('`', ''),
    condition,
    volume,
    cost,
  }),
);

type Keys = Pick<IndexDefinition, 'partitionKey' | 'sortKey'>;
const places = new Map<string, Keys>(
  tables.flatMap((table) => [
    [table.name, table] as const,
    ...table.indexes.map((index) => [`${table.name}.${index.name}`, index] as const),
  ]),
);

/** Key attributes that a condition names. */
const attributesIn = (condition: string): string[] => [
  ...new Set(condition.match(/\b[a-z]?[ps]k\b/g)),
];

describe('the page of access patterns', () => {
  it.each(patterns)('$pattern: asks a table or index that exists, by its keys', (row) => {
    const keys = places.get(row.where);
    expect(keys, row.where).toBeDefined();
    const attributes = attributesIn(row.condition);
    expect(attributes).toContain(keys?.partitionKey);
    expect([keys?.partitionKey, keys?.sortKey]).toEqual(expect.arrayContaining(attributes));
    for (const said of [row.who, row.volume]) expect(said).not.toBe('');
    expect(row.cost).toMatch(/\d/);
  });

  it('has a question for every table and every index', () => {
    const asked = new Set(patterns.map(({ where }) => where));
    expect([...places.keys()].filter((place) => !asked.has(place))).toEqual([]);
  });

  it('names the index keys of every row that has some', () => {
    const named = rowsUnder('pk', 'sk', 'holds', 'index keys').flatMap((cells) =>
      (cells[3] ?? '').split(' ').filter((key) => key !== ''),
    );
    const defined = [...places.values()].flatMap(({ partitionKey, sortKey }) => [
      partitionKey,
      ...(sortKey === undefined ? [] : [sortKey]),
    ]);
    const base = ['pk', 'sk'];
    expect([...new Set(named)].sort()).toEqual(
      [...new Set(defined)].filter((key) => !base.includes(key)).sort(),
    );
  });

  it('says of every question that is measured what it costs', () => {
    const said = Object.fromEntries(patterns.map(({ pattern, cost }) => [pattern, cost]));
    for (const [pattern, units] of Object.entries(readUnits)) {
      expect(said[pattern], pattern).toBe(`${units} R`);
    }
  });

  it('says of every change what it costs', () => {
    const rows = rowsUnder('Change', 'W').map(
      ([change = '', units = '']) => [change, units] as const,
    );
    const said = Object.fromEntries(rows);
    const measured = [...changes, ...changesWithParts].map(
      ({ change, writeUnits }) => [change, String(writeUnits)] as const,
    );
    expect(said).toEqual({ log: String(LOG_WRITE_UNITS), ...Object.fromEntries(measured) });
  });

  it('names everyone who reads a whole table', () => {
    const scanning = globSync('{shared,functions}/**/*.ts').filter((file) =>
      readFileSync(file, 'utf8').includes('ScanCommand'),
    );
    const named = rowsUnder('What', 'Who', 'Where').map(
      (cells) => /shared\/\S+\.ts/.exec(cells[2] ?? '')?.[0],
    );
    expect(scanning.sort()).toEqual(named.sort());
  });
});

import type { Named } from '../status-names.ts';
import { BYTE_ORDER_MARK, csvLine, csvText } from '../text/csv.ts';
import { OPEN_FIELDS, OPEN_RULE, OPEN_TITLES, type OpenField } from './dictionary.ts';
import type { OpenCase } from './open-case.ts';
import type { OpenGroup } from './open-cases.ts';
import type { FigureDimension, FigureRow } from './open-figures.ts';
import { daysOfMonth } from '../statistics-period.ts';
import type { OpenDataset, OpenFormat } from './open-issue.ts';
import type { OpenTerms } from './open-terms.ts';
import { MIN_CELL } from './small-cells.ts';

/** Null: not told. */
export type OpenCell = string | number | null;

/** Names of codes, as they were when the month was published. */
export type OpenNames = (dimension: FigureDimension, value: string) => Named;

/** A dataset of a month before it is written. */
export interface OpenTable {
  readonly dataset: OpenDataset;
  readonly rows: number;
  /** Rows that are the same are made once. */
  readonly groups: readonly { readonly cells: readonly OpenCell[]; readonly times: number }[];
}

/** What a file in JSON says of itself. */
export interface OpenAbout {
  readonly month: string;
  readonly timeZone: string;
  readonly asOf: string;
  readonly modified: string;
  readonly terms: OpenTerms;
}

export function figuresTable(
  month: string,
  rows: readonly FigureRow[],
  names: OpenNames,
): OpenTable {
  const groups = rows.map((row) => {
    const { name, nameEn } = names(row.dimension, row.value);
    const { received, receivedAnswered, forwarded, answered, satisfactory } = row;
    return {
      times: 1,
      cells: [
        ...[month, row.dimension, row.within, row.value, name, nameEn],
        ...[received, receivedAnswered, forwarded, answered, satisfactory],
      ],
    };
  });
  return { dataset: 'figures', rows: rows.length, groups };
}

export function casesTable(
  month: string,
  groups: readonly OpenGroup[],
  names: OpenNames,
): OpenTable {
  const coded = (row: OpenCase, dimension: 'class' | 'service' | 'area' | 'department') => {
    const value = row[dimension];
    return [value, value === null ? null : names(dimension, value).name];
  };
  return {
    dataset: 'cases',
    rows: groups.reduce((sum, { cases }) => sum + cases, 0),
    groups: groups.map(({ row, cases }) => ({
      times: cases,
      cells: [
        ...[month, row.week],
        ...coded(row, 'class'),
        ...coded(row, 'service'),
        ...coded(row, 'area'),
        ...coded(row, 'department'),
        ...[row.deadline, row.answers, row.judgement],
      ],
    })),
  };
}

/** A file, stretch by stretch: a month of a large province is not held in memory as one text. */
export const openText = (table: OpenTable, format: OpenFormat, about: OpenAbout) =>
  format === 'csv' ? csvOf(table) : jsonOf(table, about);

const keysOf = (dataset: OpenDataset): string[] =>
  // As fields: the columns of one dataset are not those of the other.
  (OPEN_FIELDS[dataset] as readonly OpenField[]).map(({ key }) => key);

function* csvOf({ dataset, groups }: OpenTable): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(keysOf(dataset).map((key) => `"${key}"`));
  for (const { cells, times } of groups) yield* repeated(csvLine(cells.map(csvCell)), times);
}

/** Codes, months and dates come from closed lists: programs must find them as they are. */
const CODE = /^(?:\*|[A-Za-z0-9][A-Za-z0-9_+-]*)$/;

function csvCell(cell: OpenCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return CODE.test(cell) ? `"${cell}"` : csvText(cell);
}

function* jsonOf({ dataset, rows, groups }: OpenTable, about: OpenAbout): Generator<string> {
  const { month, timeZone, asOf, modified, terms } = about;
  const { publisher, licence } = terms;
  const head = {
    dataset,
    title: OPEN_TITLES[dataset],
    period: { month, ...daysOfMonth(month), timeZone },
    ...{ asOf, modified, publisher, licence },
    dictionary: '/v1/open-data/dictionary',
    suppression: { minimum: MIN_CELL, rule: OPEN_RULE },
    count: rows,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  const keys = keysOf(dataset);
  let between = '\n';
  for (const { cells, times } of groups) {
    const row = JSON.stringify(
      Object.fromEntries(keys.map((key, place) => [key, cells[place] ?? null])),
    );
    yield between + row;
    between = ',\n';
    yield* repeated(between + row, times - 1);
  }
  yield '\n]}\n';
}

/** Some 100 kB at a time. */
const REPEATED_AT_ONCE = 500;

function* repeated(text: string, times: number): Generator<string> {
  for (let left = times; left > 0; left -= REPEATED_AT_ONCE)
    yield text.repeat(Math.min(left, REPEATED_AT_ONCE));
}

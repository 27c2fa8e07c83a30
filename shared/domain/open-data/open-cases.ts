import { OPEN_COLUMNS, type OpenCase, type OpenColumn } from './open-case.ts';
import type { MarkedGroup } from './month-tally.ts';
import { lineKey, type ToldCohorts } from './open-figures.ts';
import { Reckoning, SHARED_COLUMNS, type SharedTable } from './reckoning.ts';
import { isSmall } from './small-cells.ts';

/** Cases that are told alike. */
export interface OpenGroup {
  readonly row: OpenCase;
  readonly cases: number;
}

/** In which order columns are given up where too few cases are alike: what matters most to whoever reads is given up last. */
const GIVEN_UP = [
  'week',
  'department',
  'area',
  'judgement',
  'answers',
  'deadline',
  'service',
  'class',
] as const satisfies readonly OpenColumn[];

/** Rows told alike, whatever they were before. */
type Alike = readonly MarkedGroup[];

/**
 * The cases of a month as they may be told. Each row has at least four like it in every column, so that nobody is told by what they are known
 * by, and nothing small is left when they are taken off the figures of the same month (docs/adr/0022-open-data.md).
 */
export function openCases(groups: readonly MarkedGroup[], cohorts: ToldCohorts): OpenGroup[] {
  const told = alikeEnough(groups.map((group) => withTold(group, cohorts)));
  let apart = alike(told);
  const reckoning = new Reckoning(cohorts);
  // What is given up for a table changes the next one: results are of all of them, and a class takes its service with it.
  for (const table of ['total', ...SHARED_COLUMNS] as const)
    apart = takenOff(apart, table, reckoning);
  return apart
    .map((own) => ({ row: rowOf(own), cases: casesIn(own) }))
    .sort((a, b) => (orderOf(a.row) < orderOf(b.row) ? -1 : 1));
}

/** What the figures tell together with others has no name here either. */
function withTold({ row, ...group }: MarkedGroup, { received }: ToldCohorts): MarkedGroup {
  const told = new Set(received.map(lineKey));
  const hidden = SHARED_COLUMNS.filter((dimension) => {
    const within = dimension === 'service' ? row.class : null;
    return !told.has(lineKey({ dimension, within, value: row[dimension] ?? '' }));
  });
  return { ...group, row: hidden.reduce(without, row) };
}

/** A service says its class. */
const without = (row: OpenCase, column: OpenColumn): OpenCase => ({
  ...row,
  [column]: null,
  ...(column === 'class' && { service: null }),
});

function alikeEnough(groups: Alike): MarkedGroup[] {
  let told = [...groups];
  for (const column of GIVEN_UP)
    told = alike(told).flatMap((own) =>
      isSmall(casesIn(own)) ? own.map((one) => ({ ...one, row: without(one.row, column) })) : own,
    );
  return withoutRest(told);
}

/** Those of whom nothing is told may still be too few: then the smallest others join them. */
function withoutRest(groups: Alike): MarkedGroup[] {
  const [rest = [], ...others] = alike(groups).sort((a, b) => casesIn(a) - casesIn(b));
  if (!isSmall(casesIn(rest))) return [...groups];
  const [next, ...left] = others;
  if (next === undefined) return [];
  const joined = [...rest, ...next].map((one) => ({ ...one, row: NOTHING }));
  return [...joined, ...left.flat()];
}

// Made of the columns themselves.
const NOTHING = Object.fromEntries(OPEN_COLUMNS.map((column) => [column, null])) as OpenCase;

/** Of the row of all cases no column can be given up but what became of them. */
const RESULTS = ['deadline', 'answers', 'judgement'] as const satisfies readonly OpenColumn[];

/** Gives columns up in whole groups of rows, smallest first, until nothing small is left of a table of figures. */
function takenOff(groups: readonly Alike[], table: SharedTable, reckoning: Reckoning): Alike[] {
  for (const one of groups.flat()) reckoning.take(one, table, one.cases);
  const told = toldBySet(groups, table, reckoning);
  const given = new Set<Alike>();
  const names = reckoning.names(table);
  for (;;) {
    const small = names.filter((name) => isSmall(reckoning.left(name)));
    const [next] = small.flatMap((name) => [...(told.get(name) ?? [])].slice(0, 1));
    if (next === undefined) break;
    for (const one of next) reckoning.take(one, table, -one.cases);
    for (const sets of told.values()) sets.delete(next);
    given.add(next);
  }
  const columns = table === 'total' ? RESULTS : [table];
  const rows = groups.flatMap((own) =>
    given.has(own) ? own.map((one) => ({ ...one, row: columns.reduce(without, one.row) })) : own,
  );
  return alike(rows);
}

/** By set: the groups that are seen to be in it, smallest first. */
function toldBySet(groups: readonly Alike[], table: SharedTable, reckoning: Reckoning) {
  const told = new Map<string, Set<Alike>>();
  for (const own of groups.toSorted((a, b) => casesIn(a) - casesIn(b)))
    for (const name of new Set(own.flatMap((one) => reckoning.setsOf(one, table))))
      told.set(name, (told.get(name) ?? new Set()).add(own));
  return told;
}

const alike = (groups: Alike): Alike[] => [
  ...Map.groupBy(groups, ({ row }) => orderOf(row)).values(),
];

const casesIn = (groups: Alike): number => groups.reduce((sum, { cases }) => sum + cases, 0);
const rowOf = ([first]: Alike): OpenCase => first?.row ?? NOTHING;
const orderOf = (row: OpenCase): string =>
  JSON.stringify(OPEN_COLUMNS.map((column) => row[column]));

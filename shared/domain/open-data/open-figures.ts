import {
  addCounts,
  classOfKey,
  NO_COUNTS,
  OPEN_TABLES,
  type OpenCohort,
  type OpenTable,
} from './month-tally.ts';
import type { OpenCounts } from './open-case.ts';
import { hiddenLines, isSmall } from './small-cells.ts';

/** What is too small to be told by itself, together. */
export const OPEN_REST = '*';
/** The one value of the row of all cases. */
export const OPEN_ALL = 'all';

export const FIGURE_DIMENSIONS = ['total', 'class', ...OPEN_TABLES] as const;
export type FigureDimension = (typeof FIGURE_DIMENSIONS)[number];

/** A row of the figures. Null: not told. */
export interface FigureRow {
  readonly dimension: FigureDimension;
  /** Of services: their class. */
  readonly within: string | null;
  readonly value: string;
  readonly received: number | null;
  readonly receivedAnswered: number | null;
  readonly forwarded: number | null;
  readonly answered: number | null;
  readonly satisfactory: number | null;
}

/** What is told of a group: how many, and how they divide. */
export interface Told {
  readonly cases: number;
  readonly answered: number | null;
  readonly satisfactory: number | null;
}

/** A line of a table of one cohort, with what is told of it. */
export interface ToldLine {
  readonly dimension: FigureDimension;
  readonly within: string | null;
  readonly value: string;
  readonly counts: OpenCounts;
  readonly told: Told;
  /** Of all lines of its table together. */
  readonly whole: Told;
}

export interface ToldCohorts {
  readonly received: readonly ToldLine[];
  readonly forwarded: readonly ToldLine[];
}

/** The lines of a month's figures as they may be told: two cohorts, each for itself. */
export const toldCohorts = (cohorts: {
  readonly received: OpenCohort;
  readonly forwarded: OpenCohort;
}): ToldCohorts => ({
  received: toldOf(cohorts.received, splitByAnswer),
  forwarded: toldOf(cohorts.forwarded, splitBySatisfaction),
});

export type LineKey = Pick<ToldLine, 'dimension' | 'within' | 'value'>;
export const lineKey = ({ dimension, within, value }: LineKey): string =>
  `${dimension}/${within ?? ''}/${value}`;

type Values = ReadonlyMap<string, OpenCounts>;

/** Divides the lines of a table, whose sums are those of `whole`, as far as that may be told. */
type Split = (lines: readonly (readonly [string, OpenCounts])[], whole: Told) => Told[];

function toldOf(cohort: OpenCohort, split: Split): ToldLine[] {
  const all = [...cohort.channel.values()].reduce(addCounts, NO_COUNTS);
  // Of fewer than that nothing is told at all.
  if (all.cases === 0 || isSmall(all.cases)) return [];
  const [whole = NOTHING_TOLD] = split([[OPEN_ALL, all]], { ...all });
  const classes = classesOf(cohort.service);
  const classLines = linesOf('class', classes, { whole, split });
  const services = Map.groupBy(cohort.service, ([key]) => classOfKey(key));
  return [
    { dimension: 'total', within: null, value: OPEN_ALL, counts: all, told: whole, whole },
    ...classLines,
    ...classLines.flatMap(({ value: within, counts, told }): ToldLine[] => {
      if (within === OPEN_REST)
        return [{ dimension: 'service', within, value: OPEN_REST, counts, told, whole: told }];
      const own = services.get(within) ?? [];
      const named = new Map(own.map(([key, counts]) => [key.slice(within.length + 1), counts]));
      return linesOf('service', named, { whole: told, split }).map((line) => ({ ...line, within }));
    }),
    ...(['area', 'department', 'channel'] as const).flatMap((table: OpenTable) =>
      linesOf(table, cohort[table], { whole, split }),
    ),
  ];
}

const NOTHING_TOLD: Told = { cases: 0, answered: null, satisfactory: null };

function classesOf(services: Values): Values {
  const classes = new Map<string, OpenCounts>();
  for (const [key, counts] of services) {
    const own = classOfKey(key);
    classes.set(own, addCounts(classes.get(own) ?? NO_COUNTS, counts));
  }
  return classes;
}

/** Values that are too small, and what else must go with them, are one line. */
function linesOf(
  dimension: FigureDimension,
  values: Values,
  { whole, split }: { readonly whole: Told; readonly split: Split },
): ToldLine[] {
  const all = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  const rest = hiddenLines(all.map(([, { cases }]) => ({ size: cases, parts: [cases] })));
  const told = all.filter((_, place) => !rest.has(place));
  const together = all.filter((_, place) => rest.has(place)).map(([, counts]) => counts);
  const lines =
    together.length === 0
      ? told
      : [...told, [OPEN_REST, together.reduce(addCounts, NO_COUNTS)] as const];
  const divided = split(lines, whole);
  return lines.map(([value, counts], place) => ({
    ...{ dimension, value, within: null, counts, whole },
    told: divided[place] ?? NOTHING_TOLD,
  }));
}

/** Received: answered and not. */
const splitByAnswer: Split = (lines, whole) => {
  const hidden = hiddenLines(
    lines.map(([, { cases, answered }]) => ({ size: cases, parts: [answered, cases - answered] })),
  );
  return lines.map(([, { cases, answered }], place) => ({
    cases,
    answered: whole.answered === null || hidden.has(place) ? null : answered,
    satisfactory: null,
  }));
};

/**
 * Forwarded: satisfactory and not, which is the headline, then of those that are not, answered and not. A line of which the first is not told does
 * not tell the second.
 */
const splitBySatisfaction: Split = (lines, whole) => {
  const counts = lines.map(([, own]) => own);
  const first = hiddenLines(
    counts.map(({ cases, satisfactory }) => ({
      size: cases,
      parts: [satisfactory, cases - satisfactory],
    })),
  );
  const second = hiddenLines(
    counts.map(({ cases, answered, satisfactory }, place) => ({
      size: cases - satisfactory,
      parts: [answered - satisfactory, cases - answered],
      isHidden: first.has(place),
    })),
  );
  return counts.map(({ cases, answered, satisfactory }, place) => ({
    cases,
    satisfactory: whole.satisfactory === null || first.has(place) ? null : satisfactory,
    answered: whole.answered === null || second.has(place) ? null : answered,
  }));
};

/** A row for each value that either cohort tells. */
export function figureRows({ received, forwarded }: ToldCohorts): FigureRow[] {
  const ofReceived = new Map(received.map((line) => [lineKey(line), line]));
  const ofForwarded = new Map(forwarded.map((line) => [lineKey(line), line]));
  const lines = new Map([...ofReceived, ...ofForwarded]);
  return [...lines.values()]
    .sort((a, b) => orderOf(a) - orderOf(b) || (lineKey(a) < lineKey(b) ? -1 : 1))
    .map((line) => {
      const one = ofReceived.get(lineKey(line))?.told ?? UNTOLD;
      const other = ofForwarded.get(lineKey(line))?.told ?? UNTOLD;
      return {
        ...{ dimension: line.dimension, within: line.within, value: line.value },
        ...{ received: one.cases, receivedAnswered: one.answered },
        ...{ forwarded: other.cases, answered: other.answered },
        satisfactory: other.satisfactory,
      };
    });
}

const UNTOLD = { cases: null, answered: null, satisfactory: null };

const orderOf = ({ dimension }: LineKey): number => FIGURE_DIMENSIONS.indexOf(dimension);

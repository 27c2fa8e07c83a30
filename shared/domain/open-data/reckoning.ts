import type { MarkedGroup } from './month-tally.ts';
import {
  type LineKey,
  lineKey,
  OPEN_ALL,
  OPEN_REST,
  type ToldCohorts,
  type ToldLine,
} from './open-figures.ts';
import { OPEN_NONE, type OpenCase } from './open-case.ts';

/** Columns by which both figures and cases are told. */
export const SHARED_COLUMNS = ['class', 'service', 'area', 'department'] as const;
/** Tables that hold figures of what rows of cases tell too. */
export type SharedTable = 'total' | (typeof SHARED_COLUMNS)[number];

type Cohort = keyof ToldCohorts;
const COHORTS = ['received', 'forwarded'] as const satisfies readonly Cohort[];

/** A way in which figures divide a line, and whether a row of cases shows into which part its case falls. */
interface Division {
  readonly name: string;
  readonly parts: (counts: ToldLine['counts']) => readonly [yes: number, no: number];
  readonly isTold: (told: ToldLine['told']) => boolean;
  /** Whether what is divided is told; it may be the part of another division. */
  readonly isSizeTold: (told: ToldLine['told']) => boolean;
  readonly isSeen: (row: OpenCase) => boolean;
  readonly isYes: (group: Omit<MarkedGroup, 'cases'>) => boolean;
}

const DIVISIONS: Readonly<Record<Cohort, readonly Division[]>> = {
  received: [
    {
      name: 'answered',
      parts: ({ cases, answered }) => [answered, cases - answered],
      isTold: ({ answered }) => answered !== null,
      isSizeTold: () => true,
      isSeen: (row) => answeredIn(row) !== undefined,
      isYes: ({ row }) => answeredIn(row) === true,
    },
  ],
  forwarded: [
    {
      name: 'satisfactory',
      parts: ({ cases, satisfactory }) => [satisfactory, cases - satisfactory],
      isTold: ({ satisfactory }) => satisfactory !== null,
      isSizeTold: () => true,
      isSeen: (row) => isJudgementSeen(row),
      isYes: ({ mark }) => mark === 'satisfactory',
    },
    {
      name: 'answered',
      parts: ({ cases, answered, satisfactory }) => [answered - satisfactory, cases - answered],
      isTold: ({ answered }) => answered !== null,
      isSizeTold: ({ satisfactory }) => satisfactory !== null,
      isSeen: (row) => isJudgementSeen(row) && answeredIn(row) !== undefined,
      isYes: ({ mark }) => mark === 'answered',
    },
  ],
};

/** Undefined where the row does not say, not even by what follows from it. */
function answeredIn({ answers, judgement, deadline }: OpenCase): boolean | undefined {
  if (answers !== null) return answers !== '0';
  const isJudged = judgement !== null && judgement !== OPEN_NONE;
  return isJudged || deadline === 'on_time' || deadline === 'late' ? true : undefined;
}

const isJudgementSeen = (row: OpenCase): boolean =>
  row.judgement !== null || answeredIn(row) === false;

/**
 * What somebody can reckon who has the figures and takes the rows of cases off them: sets of cases, by name, and how many of each are left. It
 * is assumed that they know of each row whether it was forwarded in the same month, which is not told.
 */
export class Reckoning {
  readonly #lines: Readonly<Record<Cohort, ReadonlyMap<string, ToldLine>>>;
  readonly #left = new Map<string, number>();

  constructor(cohorts: ToldCohorts) {
    this.#lines = { received: byKey(cohorts.received), forwarded: byKey(cohorts.forwarded) };
    for (const cohort of COHORTS)
      for (const line of cohorts[cohort])
        for (const [name, cases] of setsOf(cohort, line)) this.#move(name, cases);
  }

  /** Takes cases off what is left, or with a minus puts them back. */
  take({ row, mark }: MarkedGroup, table: SharedTable, cases: number): void {
    for (const name of this.setsOf({ row, mark }, table)) this.#move(name, -cases);
  }

  left(name: string): number {
    return this.#left.get(name) ?? 0;
  }

  /** The sets of a table. */
  names(table: SharedTable): string[] {
    return [...this.#left.keys()].filter((name) => name.startsWith(`${table} `));
  }

  /** In which sets of the table a row is seen to be. */
  setsOf({ row, mark }: Omit<MarkedGroup, 'cases'>, table: SharedTable): string[] {
    const value = table === 'total' ? OPEN_ALL : row[table];
    if (value === null) return [];
    const within = table === 'service' ? row.class : null;
    const cohorts = COHORTS.filter((one) => one === 'received' || mark !== 'not_forwarded');
    return cohorts.flatMap((cohort) => {
      const line = this.#lineOf(cohort, { dimension: table, within, value });
      return line === undefined ? [] : seenIn(cohort, line, { row, mark });
    });
  }

  /** Its own, or the one with which it is told together. */
  #lineOf(cohort: Cohort, key: LineKey): ToldLine | undefined {
    const lines = this.#lines[cohort];
    return (
      lines.get(lineKey(key)) ??
      lines.get(lineKey({ ...key, value: OPEN_REST })) ??
      lines.get(lineKey({ ...key, within: OPEN_REST, value: OPEN_REST }))
    );
  }

  #move(name: string, cases: number): void {
    this.#left.set(name, this.left(name) + cases);
  }
}

const byKey = (lines: readonly ToldLine[]): ReadonlyMap<string, ToldLine> =>
  new Map(lines.map((line) => [lineKey(line), line]));

const nameOf = ({ dimension, within, value }: LineKey, ...rest: string[]): string =>
  [dimension, within ?? '', value, ...rest].join(' ');

/** Stands for all lines of a table of which a division is not told. */
const HIDDEN = '?';

type NamedSet = readonly [name: string, cases: number];

/** The line, its parts where they are told, and otherwise the parts of all such lines together. */
const setsOf = (cohort: Cohort, line: ToldLine): NamedSet[] => [
  [nameOf(line, cohort), line.counts.cases],
  ...divisionsOf(cohort, line).flatMap((division): NamedSet[] => {
    const [yes, no] = division.parts(line.counts);
    const named = namesIn(cohort, line, division);
    return [
      [named.yes, yes],
      [named.no, no],
      ...named.size.map((name): NamedSet => [name, yes + no]),
    ];
  }),
];

const seenIn = (
  cohort: Cohort,
  line: ToldLine,
  group: Omit<MarkedGroup, 'cases'>,
): readonly string[] => [
  nameOf(line, cohort),
  ...divisionsOf(cohort, line)
    .filter(({ name, isSeen }) => isSeen(group.row) && isDivided(cohort, name, group))
    .flatMap((division) => {
      const { yes, no, size } = namesIn(cohort, line, division);
      return [division.isYes(group) ? yes : no, ...size];
    }),
];

const divisionsOf = (cohort: Cohort, { whole }: ToldLine): Division[] =>
  DIVISIONS[cohort].filter(({ isTold }) => isTold(whole));

/** What is satisfactory is divided no further. */
const isDivided = (cohort: Cohort, name: string, { mark }: Pick<MarkedGroup, 'mark'>): boolean =>
  !(cohort === 'forwarded' && name === 'answered' && mark === 'satisfactory');

function namesIn(cohort: Cohort, line: ToldLine, { name, isTold, isSizeTold }: Division) {
  const isOpen = isTold(line.told);
  const of = isOpen ? line : { ...line, value: HIDDEN };
  return {
    yes: nameOf(of, cohort, name, 'yes'),
    no: nameOf(of, cohort, name, 'no'),
    size: !isOpen && isSizeTold(line.told) ? [nameOf(line, cohort, name)] : [],
  };
}

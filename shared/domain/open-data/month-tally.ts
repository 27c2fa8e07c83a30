import * as z from 'zod';
import type { Contribution } from '../statistics.ts';
import {
  countedIn,
  OPEN_COLUMNS,
  type OpenCase,
  openCaseOf,
  type OpenCounted,
  type OpenCounts,
  type OpenMonth,
} from './open-case.ts';

/** What cases are counted by. Classes are added up from services: each case of a service has a class, or none. */
export const OPEN_TABLES = ['service', 'area', 'department', 'channel'] as const;
export type OpenTable = (typeof OPEN_TABLES)[number];

/** A service with its class before it. */
export const serviceKey = (caseClass: string, service: string): string => `${caseClass}/${service}`;
export const classOfKey = (key: string): string => key.slice(0, key.indexOf('/'));

export const NO_COUNTS: OpenCounts = { cases: 0, answered: 0, satisfactory: 0 };
export const addCounts = (one: OpenCounts, other: OpenCounts): OpenCounts => ({
  cases: one.cases + other.cases,
  answered: one.answered + other.answered,
  satisfactory: one.satisfactory + other.satisfactory,
});

/** Counts by table and value. */
export type OpenCohort = Readonly<Record<OpenTable, ReadonlyMap<string, OpenCounts>>>;

/** What became of a case in the other cohort of the same month; it is not told, and says what could be reckoned. */
export const OPEN_MARKS = ['not_forwarded', 'forwarded', 'answered', 'satisfactory'] as const;
export type OpenMark = (typeof OPEN_MARKS)[number];

/** Cases that are alike. */
export interface MarkedGroup {
  readonly row: OpenCase;
  readonly mark: OpenMark;
  readonly cases: number;
}

const count = z.int().min(0);
const Table = z.array(
  z.tuple([z.string(), z.strictObject({ cases: count, answered: count, satisfactory: count })]),
);
const Cohort = z.strictObject({ service: Table, area: Table, department: Table, channel: Table });

/** A tally as it is kept between two runs. */
export const KeptTally = z.strictObject({
  received: Cohort,
  forwarded: Cohort,
  cases: z.array(
    z.strictObject({
      row: z.record(z.enum(OPEN_COLUMNS), z.string().nullable()),
      mark: z.enum(OPEN_MARKS),
      cases: count,
    }),
  ),
});
export type KeptTally = z.infer<typeof KeptTally>;

type Sums = Record<OpenTable, Map<string, OpenCounts>>;

/**
 * A month, added up case by case from what each counts for in the figures. Its size is that of the different rows there are, not of the cases.
 */
export class MonthTally {
  readonly #month: OpenMonth;
  readonly #received: Sums;
  readonly #forwarded: Sums;
  readonly #groups = new Map<string, MarkedGroup>();

  constructor(month: OpenMonth, kept?: KeptTally) {
    this.#month = month;
    this.#received = sumsOf(kept?.received);
    this.#forwarded = sumsOf(kept?.forwarded);
    for (const group of kept?.cases ?? []) this.#groups.set(groupKey(group), group);
  }

  add(contributions: readonly Contribution[]): void {
    const received = countedIn('received', contributions, this.#month);
    const forwarded = countedIn('forwarded', contributions, this.#month);
    if (forwarded !== undefined) addTo(this.#forwarded, forwarded);
    if (received === undefined) return;
    addTo(this.#received, received);
    const row = openCaseOf(received, contributions);
    const group = { row, mark: markOf(forwarded) };
    const key = groupKey(group);
    this.#groups.set(key, { ...group, cases: (this.#groups.get(key)?.cases ?? 0) + 1 });
  }

  get received(): OpenCohort {
    return this.#received;
  }

  get forwarded(): OpenCohort {
    return this.#forwarded;
  }

  /** Of cases received in the month. */
  get groups(): readonly MarkedGroup[] {
    return [...this.#groups.values()];
  }

  get kept(): KeptTally {
    return {
      received: keptSums(this.#received),
      forwarded: keptSums(this.#forwarded),
      cases: [...this.groups],
    };
  }
}

const groupKey = ({ row, mark }: Omit<MarkedGroup, 'cases'>): string =>
  JSON.stringify([mark, ...OPEN_COLUMNS.map((column) => row[column])]);

function markOf(forwarded: OpenCounted | undefined): OpenMark {
  if (forwarded === undefined) return 'not_forwarded';
  const { answered, satisfactory } = forwarded.counts;
  if (satisfactory > 0) return 'satisfactory';
  return answered > 0 ? 'answered' : 'forwarded';
}

const sumsOf = (kept: KeptTally['received'] | undefined): Sums => ({
  service: new Map(kept?.service),
  area: new Map(kept?.area),
  department: new Map(kept?.department),
  channel: new Map(kept?.channel),
});

const keptSums = (sums: Sums): KeptTally['received'] => ({
  service: [...sums.service],
  area: [...sums.area],
  department: [...sums.department],
  channel: [...sums.channel],
});

function addTo(sums: Sums, { place, counts }: OpenCounted): void {
  for (const table of OPEN_TABLES) {
    const key = table === 'service' ? serviceKey(place.class, place.service) : place[table];
    sums[table].set(key, addCounts(sums[table].get(key) ?? NO_COUNTS, counts));
  }
}

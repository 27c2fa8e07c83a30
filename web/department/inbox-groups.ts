/** When something is due, as a person divides their days. */
export const DUE_GROUPS = ['late', 'today', 'this_week', 'later'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

interface Due {
  readonly dueAt: string;
  /** In the province's time. */
  readonly dueAtLocal: string;
}

/** The moment of looking: the instant, and which day it is in the province. */
export interface Moment {
  readonly at: number;
  /** `2026-11-28`. */
  readonly today: string;
}

export function dueGroup({ dueAt, dueAtLocal }: Due, { at, today }: Moment): DueGroup {
  if (Date.parse(dueAt) < at) return 'late';
  const day = dueAtLocal.slice(0, DAY_LENGTH);
  if (day <= today) return 'today';
  return day <= endOfWeek(today) ? 'this_week' : 'later';
}

const DAY_LENGTH = '2026-11-28'.length;
const DAY_MS = 86_400_000;
const SUNDAY = 7;

/** The Sunday of a day's week. */
function endOfWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = date.getUTCDay() || SUNDAY;
  const sunday = new Date(date.getTime() + (SUNDAY - weekday) * DAY_MS);
  return sunday.toISOString().slice(0, DAY_LENGTH);
}

export type Line<R> =
  | { readonly kind: 'group'; readonly group: DueGroup }
  /** `index` is the row's place among the rows. */
  | { readonly kind: 'row'; readonly row: R; readonly index: number };

/** Rows by deadline with a heading before each group; without a moment, rows alone. */
export function linesOf<R extends Due>(
  rows: readonly R[],
  moment: Moment | undefined,
): readonly Line<R>[] {
  let current: DueGroup | undefined;
  return rows.flatMap((row, index): Line<R>[] => {
    const line = { kind: 'row', row, index } as const;
    const group = moment && dueGroup(row, moment);
    if (group === undefined || group === current) return [line];
    current = group;
    return [{ kind: 'group', group }, line];
  });
}

import { localTimeIn } from '../domain/local-time.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { rowClock, type RowClock } from '../domain/row-clock.ts';
import type { WorklistOwner, WorklistRow } from '../ports/worklists.ts';

/** A row with what its owner's clock says now. */
export interface TimedRow extends Omit<WorklistRow, 'clockStartedAt' | 'waiting'>, RowTimes {
  readonly dueAtLocal: string;
  /** Null when no clock runs: the answer is given. */
  readonly state: RowClock['state'] | null;
}

/** As the case says them; null when no clock runs. */
type RowTimes = {
  readonly [T in keyof NonNullable<RowClock['times']>]: NonNullable<RowClock['times']>[T] | null;
};
const NO_TIMES: RowTimes = { unit: null, usedMs: null, leftMs: null, pausedMs: null, why: null };

/** Reads the clock of each row, without opening a case. */
export function timedRows<Row extends WorklistRow>(
  rows: readonly Row[],
  ownerOf: (row: Row) => WorklistOwner,
  { now, jurisdiction }: { readonly now: Date; readonly jurisdiction: Jurisdiction },
): readonly (Omit<Row, 'clockStartedAt' | 'waiting'> & TimedRow)[] {
  const local = localTimeIn(jurisdiction.calendarData);
  return rows.map((row) => {
    const { clockStartedAt: _, waiting: __, ...shown } = row;
    const listed = ownerOf(row);
    const owner = listed === 'desk' ? null : listed;
    const clock = rowClock({ row, owner, at: now }, jurisdiction);
    return {
      ...shown,
      dueAtLocal: local(new Date(row.dueAt)),
      state: clock?.state ?? null,
      ...(clock?.times ?? NO_TIMES),
    };
  });
}

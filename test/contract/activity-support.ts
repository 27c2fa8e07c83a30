import { expect } from 'vitest';
import type { Case } from '../../shared/domain/case.ts';
import {
  ACTIVITY_BREAKDOWNS,
  type ActivityBreakdown,
} from '../../shared/domain/statistics-activity-figures.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import { isSpan } from '../../shared/domain/statistics-spans.ts';
import type { StatisticsReader } from '../../shared/ports/statistics.ts';
import { type Activity, createReadActivity } from '../../shared/usecases/read-activity.ts';
import { naiveActivity, naiveHappenings } from '../support/naive-activity.ts';
import { naiveDays, naiveValue } from '../support/naive-statistics.ts';
import { jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import { context } from './statistics-support.ts';

interface Reader {
  readonly reader: StatisticsReader;
}

const clock = { now: () => new Date('2027-06-30T05:00:00.000Z') };

export async function activity(
  { reader: statistics }: Reader,
  question: Period & { readonly by?: ActivityBreakdown | undefined },
): Promise<Activity> {
  const read = createReadActivity({ statistics, clock, jurisdiction, context });
  const answer = await read({ jurisdictionId, ...question });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

/** Holds what happened, in total and in each breakdown, against going through every version of every case. */
export async function expectActivityOf(
  ports: Reader,
  history: readonly Case[],
  days: Period,
): Promise<void> {
  const happened = naiveHappenings(history);
  const latest = new Map(
    history.toSorted((a, b) => a.version - b.version).map((c) => [c.caseId as string, c]),
  );
  for (const by of [undefined, ...ACTIVITY_BREAKDOWNS]) {
    const { total, rows } = await activity(ports, { ...days, by });
    expect(total.counts).toEqual(naiveActivity(happened, days));
    if (by === undefined) continue;
    for (const { value, counts } of rows) {
      const own = happened.filter((one) => isOf(one, latest.get(one.caseId)!, [by, value]));
      const of = isSpan(by) ? naiveDays(value ?? '', days) : days;
      expect(counts, `${by} ${value ?? ''}`).toEqual(naiveActivity(own, of));
    }
  }
}

/** Of a department by who did it, of anything else by what the case is now. */
function isOf(
  { department }: ReturnType<typeof naiveHappenings>[number],
  current: Case,
  [by, value]: readonly [ActivityBreakdown, string | null],
): boolean {
  if (isSpan(by)) return true;
  return by === 'department' ? department === value : naiveValue[by](current) === value;
}

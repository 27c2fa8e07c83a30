import type { Finding } from '../domain/alerts/alert.ts';
import {
  type HandOffs,
  handOffsIn,
  mayBeSlip,
  MIN_HAND_OFFS,
  slipOf,
  type SlipQuestion,
  withWaiting,
} from '../domain/alerts/hand-off.ts';
import { DAYS_BEFORE, mondayOf } from '../domain/alerts/weeks.ts';
import type { Instant, JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { handOffDueAt } from '../domain/sla.ts';
import type { LocalDay, StatisticsContext } from '../domain/statistics.ts';
import { dayBefore, daysLater, type Period } from '../domain/statistics-period.ts';
import { merged } from '../domain/statistics-sketch.ts';
import type { TimesReader } from '../ports/statistics.ts';
import type { WorklistRow, Worklists } from '../ports/worklists.ts';

export interface HandOffPorts {
  readonly times: TimesReader;
  readonly worklists: Worklists;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

interface Asked {
  readonly jurisdictionId: JurisdictionId;
  readonly now: Instant;
  readonly today: LocalDay;
}

/** More calls that wait beyond the target need no test any more; one page of the desk's queue. */
const MOST_WAITING = 1_000;

const DAYS_OF_WEEK = 7;

/** Whether hand-offs are later than usual: today's or, at a desk with few calls a day, those of the week so far. */
export async function watchHandOff(
  { jurisdictionId, now, today }: Asked,
  ports: HandOffPorts,
): Promise<readonly Finding[]> {
  const read = (period: Period) => readHandOffs({ jurisdictionId, period }, ports);
  const waiting = await waitingSince({ jurisdictionId, now }, ports);
  const asked = async (period: Period): Promise<SlipQuestion> => ({
    period,
    targetMinutes: ports.jurisdiction.sla.handOffMinutes,
    done: await read({ from: period.from, to: today }),
    waiting: waiting.filter((day) => day >= period.from).length,
  });
  const monday = mondayOf(today);
  const day = await asked({ from: today, to: today });
  const question =
    withWaiting(day).of >= MIN_HAND_OFFS
      ? day
      : await asked({ from: monday, to: daysLater(monday, DAYS_OF_WEEK - 1) });
  if (!mayBeSlip(question)) return [];
  const { from } = question.period;
  const slip = slipOf(
    question,
    await read({ from: daysLater(from, -DAYS_BEFORE), to: dayBefore(from) }),
  );
  return slip === undefined ? [] : [slip];
}

async function readHandOffs(
  question: { readonly jurisdictionId: JurisdictionId; readonly period: Period },
  { times, jurisdiction }: HandOffPorts,
): Promise<HandOffs> {
  const rows = await times.times(question);
  const sketch = merged(rows.map(({ sketches }) => sketches.handOff));
  return handOffsIn(sketch, jurisdiction.sla.handOffMinutes);
}

/** The days of receipt of calls that wait for their first hand-off beyond its deadline. */
async function waitingSince(
  { jurisdictionId, now }: Pick<Asked, 'jurisdictionId' | 'now'>,
  { worklists, jurisdiction, context }: HandOffPorts,
): Promise<readonly LocalDay[]> {
  const { rows } = await worklists.list({
    jurisdictionId,
    owner: 'desk',
    status: 'received',
    dueBefore: now,
    limit: MOST_WAITING,
  });
  // One that was handed off and came back has another deadline, and its first hand-off is counted already.
  const isFirst = ({ receivedAt, dueAt }: WorklistRow): boolean =>
    handOffDueAt(jurisdiction.sla, new Date(receivedAt)).getTime() === Date.parse(dueAt);
  return rows.filter(isFirst).map(({ receivedAt }) => context.localDay(receivedAt));
}

import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { EventBody } from '../../../shared/domain/case-events.ts';
import { type ClockReading, clockReadings } from '../../../shared/domain/clock-readings.ts';
import { nextStep, type Step } from '../../../shared/domain/escalation.ts';
import { localTimeIn } from '../../../shared/domain/local-time.ts';
import { at, jurisdiction } from '../case-builder.ts';
import { after, decided, eventOf, logged } from '../case-story.ts';
import type { Deed, Scenario } from './scenario.ts';

export type Alarm = Extract<EventBody, { type: 'AlarmRaised' }>;

/** What the code makes of one line of a scenario, or of a rung that came by itself. */
export interface Happening {
  /** Local time. */
  readonly at: string;
  readonly deed: Deed;
  /** The alarm, when it is one. */
  readonly alarm: Alarm | null;
  readonly current: Case;
  readonly clocks: readonly ClockReading[];
  /** What else the case says now and did not say before. */
  readonly news: readonly string[];
}

/** Lets people and time do to a case what the scenario says, and reads every clock after each. */
export function play({ timeline, outage }: Scenario): readonly Happening[] {
  const happenings: Happening[] = [];
  let current: Case | undefined;
  const happens = (when: string, deed: Deed, [next, alarm]: readonly [Case, Alarm | null]) => {
    const clocks = shown(next, when);
    happenings.push({ at: when, deed, alarm, current: next, clocks, news: newsOf(current, next) });
    current = next;
  };
  for (const [when, deed] of timeline) {
    for (let due = dueBy(current, when, outage); due !== undefined;) {
      const [deedOfTime, next, alarm] = timeDoes(due.current, due.step, due.at);
      happens(due.at, deedOfTime, [next, alarm]);
      due = dueBy(current, when, outage);
    }
    if (deed.do !== 'time') happens(when, ...attempt(current, deed, when));
  }
  return happenings;
}

/** A line as a scenario writes it. */
export const written = ({ at: when, deed, clocks, news }: Happening): readonly string[] => [
  when,
  wordsOf(deed),
  ...clocks.map(standing),
  ...news,
];

/** The lines of a scenario in the same form, as they were written by hand. */
export const expected = ({ timeline }: Scenario): readonly (readonly string[])[] =>
  timeline.map(([when, deed, ...stands]) => [when, wordsOf(deed), ...stands]);

/** What happens, in the words by which the hand-written line and the code's are compared. */
function wordsOf(deed: Deed): string {
  if (deed.do === 'log') return `log ${deed.serviceCode}`;
  if (deed.do === 'time') return deed.what;
  if (deed.do === 'look') return 'look';
  const { by, action, refused } = deed;
  return `${by.id} ${action} ${refused === null ? 'done' : refused}`;
}

function attempt(
  current: Case | undefined,
  deed: Exclude<Deed, { do: 'time' }>,
  when: string,
): [Deed, readonly [Case, null]] {
  if (deed.do === 'log') {
    return [deed, [logged({ at: when, serviceCode: deed.serviceCode }), null]];
  }
  if (current === undefined) throw new Error('A scenario begins with a call');
  if (deed.do === 'look') return [deed, [current, null]];
  const step = { by: deed.by, at: when, with: deed.with };
  const decision = decided(current, deed.action, step);
  return decision.ok
    ? [{ ...deed, refused: null }, [after(current, deed.action, step), null]]
    : [{ ...deed, refused: decision.error.code }, [current, null]];
}

/** What time has to do by then, and when the sweep that does it runs: each minute, unless there is an outage. */
function dueBy(current: Case | undefined, when: string, outage: Scenario['outage']) {
  const step = current === undefined ? undefined : nextStep(current, jurisdiction);
  if (current === undefined || step === undefined) return undefined;
  const reached = local(step.at);
  const isOut = outage !== undefined && reached >= outage.from && reached < outage.until;
  const swept = isOut ? outage.until : reached;
  return swept > when ? undefined : { current, step, at: swept };
}

function timeDoes(current: Case, step: Step, when: string): [Deed, Case, Alarm | null] {
  const bySystem = { by: SYSTEM, at: when, with: {} };
  if (step.do === 'close') {
    return [{ do: 'time', what: 'close' }, after(current, 'close', bySystem), null];
  }
  const alarm = eventOf(current, 'raise-alarm', bySystem);
  if (alarm.type !== 'AlarmRaised') throw new Error(alarm.type);
  const what = alarmWords(alarm, when);
  return [{ do: 'time', what }, after(current, 'raise-alarm', bySystem), alarm];
}

/** `answer TA missed: level 1, department_lead from 2026-03-06 07:30`, and the true instant if it is told later. */
function alarmWords({ kind, level, tell, ...alarm }: Alarm, when: string): string {
  const [tellAt, reachedAt] = [local(new Date(alarm.tellAt)), local(new Date(alarm.reachedAt))];
  const from = tellAt === when ? 'at once' : `from ${tellAt}`;
  const since = reachedAt === when ? '' : `, reached ${reachedAt}`;
  return `${clockName(alarm.clock, alarm.department)} ${kind}: level ${level}, ${tell} ${from}${since}`;
}

/** Every clock that has not stopped before. */
const shown = (current: Case, when: string): readonly ClockReading[] =>
  clockReadings(current, new Date(at(when)), jurisdiction).filter(
    ({ stoppedAt }) => stoppedAt === null || stoppedAt === at(when),
  );

function standing({ kind, department, dueAt, ...reading }: ClockReading): string {
  const { usedMs, leftMs, pausedMs, state } = reading;
  const rest = leftMs < 0 ? `over ${duration(-leftMs)}` : `left ${duration(leftMs)}`;
  const paused = state === 'paused' || pausedMs > 0 ? `, paused ${duration(pausedMs)}` : '';
  const due = local(new Date(dueAt));
  return `${clockName(kind, department)} due ${due}: used ${duration(usedMs)}, ${rest}${paused}`;
}

const clockName = (kind: string, department: string | null): string =>
  department === null ? kind : `${kind} ${department}`;

function newsOf(before: Case | undefined, now: Case): string[] {
  const known = before === undefined ? [] : saidBy(before);
  return saidBy(now).filter((one) => !known.includes(one));
}

const saidBy = ({ hops, extensions, committedAt, closeReason }: Case): string[] =>
  [
    hops.map(({ lostMs }) => `lost ${duration(lostMs)}`),
    extensions === 0 ? [] : `extensions ${extensions}`,
    committedAt === null ? [] : `committed ${local(new Date(committedAt))}`,
    closeReason === null ? [] : `closed ${closeReason}`,
  ].flat();

const localTime = localTimeIn(jurisdiction.calendarData);

/** `2026-03-06 16:50`; seconds only where there are any, so that none is hidden. */
export const local = (instant: Date): string =>
  localTime(instant)
    .replace('T', ' ')
    .replace(/\+07:00$/, '')
    .replace(/:00$/, '');

/** Hours and minutes, and seconds where there are any. */
export function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = seconds % 60;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${hours}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

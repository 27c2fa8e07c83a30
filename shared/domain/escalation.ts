import type { Case, Instant } from './case.ts';
import { type CaseClock, runningClocks } from './case-clocks.ts';
import type { ALARM_KINDS } from './case-events.ts';
import type { DepartmentCode } from './department.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
import { deadlineOf, type Ladder, type Recipient, type Rung } from './ladder.ts';
import { dueAt, shareUsedAt } from './sla.ts';
import { nextOpen } from './working-time.ts';

/** A rung of a clock's ladder that has not been raised yet. */
export interface DueAlarm {
  readonly do: 'raise-alarm';
  /** When it is reached. */
  readonly at: Date;
  readonly clock: CaseClock;
  /** 1 for the first. */
  readonly rung: number;
  readonly kind: (typeof ALARM_KINDS)[number];
  readonly level: number;
  readonly tell: Recipient;
}

/** What time itself does next to a case. */
export type Step = DueAlarm | { readonly do: 'close'; readonly at: Date };

/**
 * The earliest of what is still to come on any running clock; of two at once, the one of the clock that comes first.
 * Each clock climbs its ladder rung by rung, whatever the hour. Undefined when no clock runs or none has a rung left.
 */
export function nextStep(current: Case, jurisdiction: Jurisdiction): Step | undefined {
  const steps = runningClocks(current, jurisdiction).flatMap(
    (clock) => stepOf(clock, current, jurisdiction) ?? [],
  );
  return steps.reduce<Step | undefined>(
    (first, step) => (first === undefined || step.at < first.at ? step : first),
    undefined,
  );
}

/** From when a clock counts as at risk: at the first rung of its ladder, where that comes before the deadline. */
export function atRiskOf(clock: CaseClock, current: Case, jurisdiction: Jurisdiction): Date | null {
  if (clock.kind === 'silence') return null;
  const [rung] = ladderOf(clock, current, jurisdiction);
  if (rung === undefined || !('share' in rung) || rung.share === 1) return null;
  return reachedAt(rung, clock, jurisdiction) ?? null;
}

/** When somebody must look at the case again; null when nobody need. */
export const nextWake = (current: Case, jurisdiction: Jurisdiction): Instant | null =>
  nextStep(current, jurisdiction)?.at.toISOString() ?? null;

function stepOf(clock: CaseClock, current: Case, jurisdiction: Jurisdiction): Step | undefined {
  const raised = raisedOf(clock, current);
  if (clock.kind === 'silence') return silenceStep(clock, raised, jurisdiction);
  const ladder = ladderOf(clock, current, jurisdiction);
  const rung = ladder[raised];
  if (rung === undefined) return undefined;
  const at = reachedAt(rung, clock, jurisdiction);
  if (at === undefined) return undefined;
  const meaning = meaningOf(ladder, raised);
  const tell = whoOf(rung.tell, clock);
  return { do: 'raise-alarm', at, clock, rung: raised + 1, ...meaning, tell };
}

function silenceStep(
  clock: CaseClock,
  raised: number,
  { sla, calendar }: Jurisdiction,
): Step | undefined {
  if (raised > 0) return { do: 'close', at: clock.dueAt };
  const at = dueAt(calendar(), clock.startAt, sla.silence.remindAfter);
  if (!at.ok) return undefined;
  const tell = clock.department === null ? 'agent' : 'officer';
  return { do: 'raise-alarm', at: at.value, clock, rung: 1, kind: 'silence', level: 0, tell };
}

/** How many rungs of this clock's deadline were raised; those of a deadline that has moved since do not count. */
function raisedOf({ kind, department, dueAt: end }: CaseClock, { alarms }: Case): number {
  const raised = alarms.find((one) => one.clock === kind && one.department === department);
  return raised?.dueAt === end.toISOString() ? raised.rung : 0;
}

const ladderOf = ({ kind }: CaseClock, { priority }: Case, { sla }: Jurisdiction): Ladder =>
  sla.ladders[kind === 'hand_off' ? 'handOff' : 'answer'][priority];

/** Undefined beyond the years that the calendar knows. */
function reachedAt(rung: Rung, clock: CaseClock, { calendar }: Jurisdiction): Date | undefined {
  const hours = calendar(clock.department ?? undefined);
  const at =
    'share' in rung ? shareUsedAt(hours, clock, rung.share) : dueAt(hours, clock.dueAt, rung.after);
  return at.ok ? at.value : undefined;
}

function meaningOf(ladder: Ladder, index: number): Pick<DueAlarm, 'kind' | 'level'> {
  const deadline = deadlineOf(ladder);
  if (index < deadline) return { kind: 'at_risk', level: 0 };
  return { kind: index === deadline ? 'missed' : 'escalated', level: 1 + index - deadline };
}

/** Back at the desk, nobody of a department holds the case. */
function whoOf(tell: Recipient, { department }: CaseClock): Recipient {
  if (department !== null) return tell;
  if (tell === 'officer') return 'agent';
  return tell === 'department_lead' ? 'supervisor' : tell;
}

/** From when somebody is told: the desk works round the clock, all others in working hours. */
export function tellAtFor(
  { tell, department }: { readonly tell: Recipient; readonly department: DepartmentCode | null },
  at: Date,
  { calendar }: Jurisdiction,
): Date {
  if (tell === 'agent' || tell === 'supervisor') return at;
  const hours = calendar(tell === 'province_office' ? undefined : (department ?? undefined));
  const open = nextOpen(hours, at);
  return open.ok ? open.value : at;
}

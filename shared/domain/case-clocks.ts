import type { Case, ClockKind, Part, WaitingTime } from './case.ts';
import type { DepartmentCode } from './department.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
import { dueAt, type RunningClock, supportingTarget } from './sla.ts';

const MINUTE_MS = 60_000;

/** A clock that runs for a case now. */
export interface CaseClock extends RunningClock {
  readonly kind: ClockKind;
  /** Whose it is; null at the desk. */
  readonly department: DepartmentCode | null;
}

/**
 * The clocks that run now: hand-off and, after a return, the citizen's answer clock while the case is at the desk; the
 * lead's and each open part's while departments work; the citizen's silence while it is asked, when all others stand still.
 * None once the case is answered or closed.
 */
export function runningClocks(current: Case, jurisdiction: Jurisdiction): readonly CaseClock[] {
  switch (current.status) {
    case 'received':
      return [handOff(current, jurisdiction), ...answer(current, jurisdiction)];
    case 'routed':
    case 'in_progress':
      return [...answer(current, jurisdiction), ...parts(current, jurisdiction)];
    case 'awaiting_citizen':
      return silence(current, jurisdiction);
    case 'answered':
    case 'closed':
      return [];
  }
}

/** Round the clock. It starts again with each return, so its start is told by its end. */
export function handOff({ handOffDueAt }: Case, { sla }: Jurisdiction): CaseClock {
  const end = new Date(handOffDueAt);
  const startAt = new Date(end.getTime() - sla.handOffMinutes * MINUTE_MS);
  return { kind: 'hand_off', department: null, startAt, dueAt: end, unit: 'hours', pauses: [] };
}

/** The lead's, or the desk's own after a return. */
export function answer(current: Case, jurisdiction: Jurisdiction): readonly CaseClock[] {
  const service = serviceOf(current, jurisdiction);
  if (service === undefined || current.answerDueAt === null) return [];
  const clock = { kind: 'answer', department: current.lead } as const;
  const { unit } = service.target;
  return [{ ...clock, ...since(current), dueAt: new Date(current.answerDueAt), unit }];
}

const parts = (current: Case, jurisdiction: Jurisdiction): readonly CaseClock[] =>
  current.parts.flatMap((one) => (one.status === 'open' ? part(current, one, jurisdiction) : []));

export function part(current: Case, one: Part, jurisdiction: Jurisdiction): readonly CaseClock[] {
  const service = serviceOf(current, jurisdiction);
  if (service === undefined) return [];
  const { unit } = supportingTarget(service, jurisdiction.sla);
  const clock = { kind: 'part', department: one.department } as const;
  return [{ ...clock, ...since(current), dueAt: new Date(one.dueAt), unit }];
}

/** Ends with the closing of the case. Where the calendar does not reach that far, nobody is hurried. */
function silence(current: Case, { sla, calendar }: Jurisdiction): readonly CaseClock[] {
  const asked = current.waiting.at(-1);
  if (asked === undefined) return [];
  const startAt = new Date(asked.from);
  const end = dueAt(calendar(), startAt, sla.silence.closeAfter);
  if (!end.ok) return [];
  const { unit } = sla.silence.closeAfter;
  return [
    { kind: 'silence', department: askerOf(current), startAt, dueAt: end.value, unit, pauses: [] },
  ];
}

/** Who asked the citizen: the lead, or the desk. */
const askerOf = ({ statusBeforeWaiting, lead }: Case): DepartmentCode | null =>
  statusBeforeWaiting === 'received' ? null : lead;

const since = (current: Case) => ({
  startAt: new Date(current.clockStartedAt),
  pauses: current.waiting.flatMap((time) =>
    time.until !== null && hasResumed(current, time)
      ? [{ from: new Date(time.from), until: new Date(time.until) }]
      : [],
  ),
});

/** A wait that lasts, or that only the closing ended, moved no deadline. */
export const hasResumed = ({ status, closedAt }: Case, { until }: WaitingTime): boolean =>
  until !== null && (status !== 'closed' || until !== closedAt);

const serviceOf = ({ serviceCode }: Case, { services }: Jurisdiction) =>
  serviceCode === null ? undefined : services.get(serviceCode);

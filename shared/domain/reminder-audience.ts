import { ALARM_KINDS, type EventBody } from './case-events.ts';
import type { DepartmentCode } from './department.ts';
import type { Recipient } from './ladder.ts';

type AlarmRaised = Extract<EventBody, { readonly type: 'AlarmRaised' }>;

/** disputed: departments disagree whose case it is. */
export const REMINDER_KINDS = [...ALARM_KINDS, 'disputed'] as const;

/** What somebody is told, and about whose clock. */
export interface Told extends Pick<
  AlarmRaised,
  'clock' | 'department' | 'level' | 'tell' | 'dueAt' | 'tellAt'
> {
  readonly kind: (typeof REMINDER_KINDS)[number];
}

/** What an event tells somebody of; undefined for most. */
export function toldBy(body: EventBody): Told | undefined {
  if (body.type === 'AlarmRaised') return body;
  if (body.type !== 'CaseReturned' || body.tell === undefined) return undefined;
  const { tell, handOffDueAt: dueAt, tellAt = dueAt } = body;
  return { clock: 'hand_off', department: null, kind: 'disputed', level: 0, tell, tellAt, dueAt };
}

/** In whose list an alarm is shown: a department's own people share one, the desk and those above it go by role. */
export function audienceOf({
  tell,
  department,
}: Pick<Told, 'tell' | 'department'>):
  DepartmentCode | Exclude<Recipient, 'officer' | 'department_lead'> {
  if (tell !== 'officer' && tell !== 'department_lead') return tell;
  // Nobody of a department is told of what is at the desk.
  return department ?? (tell === 'officer' ? 'agent' : 'supervisor');
}

import type { EventBody } from './case-events.ts';
import type { DepartmentCode } from './department.ts';
import type { Recipient } from './ladder.ts';

type AlarmRaised = Extract<EventBody, { readonly type: 'AlarmRaised' }>;

/** In whose list an alarm is shown: a department's own people share one, the desk and those above it go by role. */
export function audienceOf({
  tell,
  department,
}: Pick<AlarmRaised, 'tell' | 'department'>):
  DepartmentCode | Exclude<Recipient, 'officer' | 'department_lead'> {
  if (tell !== 'officer' && tell !== 'department_lead') return tell;
  // Nobody of a department is told of what is at the desk.
  return department ?? (tell === 'officer' ? 'agent' : 'supervisor');
}

import type { Case } from './case.ts';
import type { EventBody } from './case-events.ts';
import { type CaseAction, transition } from './case-lifecycle.ts';
import type { Commands } from './commands.ts';
import {
  decideAnswer,
  decideAnswerPart,
  decideClose,
  decideRate,
  decideReopen,
} from './decisions/answer.ts';
import { decideCallBack } from './decisions/call-back.ts';
import {
  decideClassify,
  decidePropose,
  decideReturn,
  decideRoute,
} from './decisions/classify-and-route.ts';
import { decideMoveDeadlines, decideRaiseAlarm } from './decisions/alarm.ts';
import {
  decideEscalate,
  decideExtend,
  decideReportProgress,
  decideResume,
} from './decisions/clock.ts';
import type { Context, DecisionError } from './decisions/context.ts';
import { decideMerge, decideUnmerge } from './decisions/merge.ts';
import { ok, type Result } from './result.ts';

/** An action with what it needs. */
export type Command = { [A in CaseAction]: { readonly action: A } & Input<A> }[CaseAction];

/** An action that needs nothing more must not forbid its own name, as zod's type of an empty object would. */
type Input<A extends CaseAction> =
  Commands[A] extends Record<string, never> ? unknown : Commands[A];

export interface Decision {
  readonly body: EventBody;
  readonly status: Case['status'];
}

/** What happens if `by` does this to the case now, or why it does not. Changes nothing. */
export function decide(
  current: Case,
  command: Command,
  context: Context,
): Result<Decision, DecisionError> {
  const status = transition(command.action, current, context.by);
  if (!status.ok) return status;
  const { action, ...input } = command;
  const body = deciderFor(action)(current, input, context);
  return body.ok ? ok({ body: body.value, status: status.value }) : body;
}

type Decided = Result<EventBody, DecisionError>;
type Decider<A extends CaseAction> = (
  current: Case,
  command: Commands[A],
  context: Context,
) => Decided;

const always = (body: EventBody) => (): Result<EventBody, DecisionError> => ok(body);

/** The command was parsed by the schema of its own action, which the compiler cannot follow through the index. */
const deciderFor = (action: CaseAction) =>
  deciders[action] as (current: Case, input: unknown, context: Context) => Decided;

const deciders: { readonly [A in CaseAction]: Decider<A> } = {
  classify: decideClassify,
  propose: decidePropose,
  route: decideRoute,
  return: decideReturn,
  accept: always({ type: 'CaseAccepted' }),
  'ask-citizen': always({ type: 'CitizenAsked' }),
  resume: decideResume,
  'report-progress': decideReportProgress,
  extend: decideExtend,
  'answer-part': decideAnswerPart,
  answer: decideAnswer,
  rate: decideRate,
  'call-back': decideCallBack,
  reopen: decideReopen,
  close: decideClose,
  reject: always({ type: 'CaseRejected' }),
  merge: decideMerge,
  unmerge: decideUnmerge,
  withdraw: always({ type: 'CaseWithdrawn' }),
  escalate: decideEscalate,
  'raise-alarm': decideRaiseAlarm,
  'move-deadlines': decideMoveDeadlines,
  note: always({ type: 'NoteAdded' }),
};

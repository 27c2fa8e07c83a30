import type * as z from 'zod';
import type { Actor } from '../../shared/domain/actor.ts';
import { Case, CaseId } from '../../shared/domain/case.ts';
import type { EventBody } from '../../shared/domain/case-events.ts';
import { evolve } from '../../shared/domain/case-evolve.ts';
import type { CaseAction } from '../../shared/domain/case-lifecycle.ts';
import { commands } from '../../shared/domain/commands.ts';
import { type Command, decide } from '../../shared/domain/decide.ts';
import { decideLog } from '../../shared/domain/decisions/log-case.ts';
import { anActor, at, jurisdiction, jurisdictionId } from './case-builder.ts';

export const agent = anActor('agent');
export const supervisor = anActor('supervisor');
export const manager = anActor('manager');

type Input<A extends CaseAction> = z.input<(typeof commands)[A]>;

/** Parsed as the API would, so that a test writes plain strings. */
export const aCommand = <A extends CaseAction>(action: A, input: Input<A>): Command =>
  // The schema belongs to the action, which the compiler cannot follow through the index.
  ({ action, ...commands[action].parse(input) }) as Command;

/** One step of a story: who does what when (local time), with what the action needs. */
export interface Step<A extends CaseAction> {
  readonly by: Actor;
  readonly at: string;
  readonly with: Input<A>;
}

/** What the domain decides of a step. */
export const decided = <A extends CaseAction>(
  current: Case,
  action: A,
  { by, at: local, with: input }: Step<A>,
) => decide(current, aCommand(action, input), { by, at: at(local), jurisdiction });

/** The case after a step that the test relies on. */
export function after<A extends CaseAction>(current: Case, action: A, step: Step<A>): Case {
  const decision = decided(current, action, step);
  if (!decision.ok) throw new Error(`${action} was refused: ${JSON.stringify(decision.error)}`);
  return evolve(current, {
    jurisdictionId,
    caseId: current.caseId,
    version: current.version + 1,
    at: at(step.at),
    by: step.by,
    ...decision.value,
  });
}

interface Report {
  readonly at: string;
  readonly serviceCode?: string | null;
  readonly areaCode?: string | null;
}

/** A case as an agent logs it: street lights in Lái Thiêu, Thuận An, unless told otherwise. */
export function logged({ at: local, serviceCode = 'street-light', areaCode = '25966' }: Report) {
  const codes = Case.pick({ serviceCode: true, areaCode: true }).parse({ serviceCode, areaCode });
  const body = decideLog(
    { ...codes, class: null, channel: 'phone', summary: null, trackingCode: 'T0' },
    { by: agent, at: at(local), jurisdiction },
  );
  if (!body.ok) throw new Error(body.error.code);
  return evolve(undefined, {
    jurisdictionId,
    caseId: CaseId.parse('a'.repeat(26)),
    version: 1,
    at: at(local),
    by: agent,
    status: 'received',
    body: body.value,
  });
}

/** The event of a step that the test relies on. */
export function eventOf<A extends CaseAction>(current: Case, action: A, step: Step<A>): EventBody {
  const decision = decided(current, action, step);
  if (!decision.ok) throw new Error(`${action} was refused: ${JSON.stringify(decision.error)}`);
  return decision.value.body;
}

import { SYSTEM } from '../domain/actor.ts';
import type { Case, Instant } from '../domain/case.ts';
import { decide } from '../domain/decide.ts';
import type { DecisionError } from '../domain/decisions/context.ts';
import type { DepartmentCode } from '../domain/department.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** One running deadline and what it is by another calendar. */
export interface MovedDeadline {
  readonly department: DepartmentCode | null;
  readonly from: Instant;
  readonly to: Instant;
}

/** Which deadlines of a case would move to the jurisdiction's calendar; decides as the moving itself does. */
export function movedDeadlines(
  current: Case,
  { jurisdiction, at }: { readonly jurisdiction: Jurisdiction; readonly at: Instant },
): Result<readonly MovedDeadline[], DecisionError> {
  const context = { by: SYSTEM, at, jurisdiction };
  const decision = decide(current, { action: 'move-deadlines' }, context);
  if (!decision.ok)
    return decision.error.code === 'NO_DEADLINE_TO_MOVE' ? ok([]) : err(decision.error);
  const { body } = decision.value;
  if (body.type !== 'DeadlinesMoved') return ok([]);
  const before = new Map(current.parts.map(({ department, dueAt }) => [department, dueAt]));
  const deadlines = [
    { department: current.lead, from: current.answerDueAt, to: body.answerDueAt },
    ...body.parts.map(({ department, dueAt }) => ({
      department,
      from: before.get(department) ?? null,
      to: dueAt,
    })),
  ];
  return ok(
    deadlines.flatMap(({ department, from, to }) =>
      from === null || from === to ? [] : [{ department, from, to }],
    ),
  );
}

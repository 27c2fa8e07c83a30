import { CaseParams, ChangedCase } from './case.ts';
import { actionBodies } from './case-actions.ts';
import type { Operation } from '../domain/permissions.ts';
import type { Route } from './route.ts';

type Action = keyof typeof actionBodies;

/** The endpoints through which one audience changes a case: one form, an action each. */
export const changesFor =
  <const S extends 'desk' | 'department'>(seat: S, permission: Operation) =>
  <const O extends string, const A extends Action>(operation: O, action: A, summary: string) =>
    ({
      operation,
      method: 'POST',
      path: `/v1/${seat}/cases/{caseId}/${action}`,
      scope: `1022/${seat}`,
      permission,
      summary,
      params: CaseParams,
      body: actionBodies[action],
      ifMatch: true,
      success: { status: 200, schema: ChangedCase },
      problems: ['CASE_NOT_FOUND', 'VERSION_CONFLICT', 'TRANSITION_REFUSED', 'NOT_PERMITTED'],
    }) as const satisfies Route;

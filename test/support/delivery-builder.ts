import { CaseEvent } from '../../shared/domain/case-events.ts';
import { DeliveryMessage } from '../../shared/domain/delivery.ts';
import { attemptIdOf, DeliveryAttempt } from '../../shared/domain/delivery-attempt.ts';
import { DepartmentCode } from '../../shared/domain/department.ts';
import { caseIdNumber } from './random-cases.ts';

export const department = (code: string): DepartmentCode => DepartmentCode.parse(code);

/** The second event of the case that `aCase` makes, to SGTVT. */
export const aDelivery = (differing: Readonly<Record<string, unknown>> = {}): DeliveryMessage =>
  DeliveryMessage.parse({
    jurisdictionId: 'binh-duong',
    caseId: caseIdNumber(0),
    version: 2,
    type: 'CaseRouted',
    department: 'SGTVT',
    ...differing,
  });

/** A try of `aDelivery` that the department's system took. */
export function aDeliveryAttempt(
  differing: Readonly<Record<string, unknown>> & {
    readonly at?: string;
    readonly tries?: number;
  } = {},
): DeliveryAttempt {
  const { caseId, version, type } = aDelivery();
  const { at = '2020-03-05T02:03:10.000Z', tries = 1 } = differing;
  return DeliveryAttempt.parse({
    attemptId: attemptIdOf({ caseId, version }, { at: new Date(at), tries }),
    at,
    caseId,
    version,
    type,
    trackingCode: 'K7Q2M-4XW9D',
    url: 'https://hook.example.vn/',
    tries,
    tookMs: 140,
    failure: null,
    retryAt: null,
    ...differing,
  });
}

/** The event that `aDelivery` tells of. */
export const anEvent = (differing: Readonly<Record<string, unknown>> = {}): CaseEvent =>
  CaseEvent.parse({
    jurisdictionId: 'binh-duong',
    caseId: caseIdNumber(0),
    version: 2,
    at: '2020-03-05T02:03:00.000Z',
    by: { id: 'agent-1', role: 'agent', department: null },
    status: 'routed',
    body: {
      type: 'CaseRouted',
      lead: 'SGTVT',
      answerDueAt: '2020-03-12T02:00:00.000Z',
      parts: [],
    },
    textHash: null,
    requestHash: 'request',
    previousHash: 'before',
    hash: 'this',
    ...differing,
  });

/** A clock that a test moves. */
export function movableClock(start = '2020-03-05T02:03:10.000Z') {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    advance: (seconds: number) => {
      at += seconds * 1000;
    },
  };
}

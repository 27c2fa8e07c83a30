import {
  CaseStatusBody,
  CitizenDetails,
  DetailsRequest,
  RateRequest,
  ReopenRequest,
  TrackingParams,
  WithdrawRequest,
} from '../../shared/contracts/citizen.ts';
import type { Route } from '../../shared/contracts/route.ts';

const open = { scope: null, permission: null, params: TrackingParams } as const;

/** Anybody with a tracking code: one row an endpoint. */
export const citizenRoutes = [
  {
    ...open,
    operation: 'getStatus',
    method: 'GET',
    path: '/v1/citizen/cases/{trackingCode}',
    summary: 'State and answer of a case',
    success: { status: 200, schema: CaseStatusBody },
    problems: ['CASE_NOT_FOUND'],
  },
  {
    ...open,
    operation: 'getDetails',
    method: 'POST',
    path: '/v1/citizen/cases/{trackingCode}/details',
    summary: "The citizen's own details, for the last four digits of the phone",
    body: DetailsRequest,
    success: { status: 200, schema: CitizenDetails },
    problems: ['CASE_NOT_FOUND', 'DETAILS_REFUSED', 'TOO_MANY_ATTEMPTS'],
  },
  {
    ...open,
    operation: 'rateOwnCase',
    method: 'POST',
    path: '/v1/citizen/cases/{trackingCode}/rate',
    summary: 'Judge the latest answer, once a round',
    body: RateRequest,
    success: { status: 200, schema: CaseStatusBody },
    problems: ['CASE_NOT_FOUND', 'ROUND_NOT_LATEST', 'TRANSITION_REFUSED', 'JUDGING_WINDOW_PASSED'],
  },
  {
    ...open,
    operation: 'reopenOwnCase',
    method: 'POST',
    path: '/v1/citizen/cases/{trackingCode}/reopen',
    summary: 'Ask again after an unsatisfied judgement',
    body: ReopenRequest,
    success: { status: 200, schema: CaseStatusBody },
    problems: ['CASE_NOT_FOUND', 'REOPEN_NEEDS_UNSATISFIED', 'TRANSITION_REFUSED'],
  },
  {
    ...open,
    operation: 'withdrawOwnCase',
    method: 'POST',
    path: '/v1/citizen/cases/{trackingCode}/withdraw',
    summary: 'Take the matter back',
    body: WithdrawRequest,
    success: { status: 200, schema: CaseStatusBody },
    problems: ['CASE_NOT_FOUND', 'DETAILS_REFUSED', 'TOO_MANY_ATTEMPTS', 'TRANSITION_REFUSED'],
  },
] as const satisfies readonly Route[];

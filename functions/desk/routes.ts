import {
  CaseDetails,
  CaseParams,
  LoggedCase,
  WorklistPageBody,
  WorklistQuery,
} from '../../shared/contracts/case.ts';
import { changesFor } from '../../shared/contracts/change-route.ts';
import { FoundCases, LogCaseRequest, SearchCasesRequest } from '../../shared/contracts/desk.ts';
import {
  RemindersBody,
  RemindersQuery,
  UrgentBody,
  UrgentQuery,
} from '../../shared/contracts/reminder.ts';
import type { Route } from '../../shared/contracts/route.ts';

const scope = '1022/desk';

const change = changesFor('desk', 'changeCase');

/** The call centre: one row an endpoint. */
export const deskRoutes = [
  {
    operation: 'logCase',
    method: 'POST',
    path: '/v1/desk/cases',
    scope,
    permission: 'logCase',
    summary: 'Log a call, a visit or a forwarded message',
    body: LogCaseRequest,
    idempotencyKey: 'required',
    success: { status: 201, schema: LoggedCase },
    problems: [
      'IDEMPOTENCY_KEY_REUSED',
      'UNKNOWN_SERVICE',
      'UNKNOWN_AREA',
      'CLASS_MISMATCH',
      'PHONE_INVALID',
      'PHONE_SHORT_NUMBER',
      'PHONE_AMBIGUOUS',
    ],
  },
  {
    operation: 'listDeskQueue',
    method: 'GET',
    path: '/v1/desk/cases',
    scope,
    permission: 'listDeskQueue',
    summary: 'The queue of the desk, most urgent first',
    query: WorklistQuery,
    success: { status: 200, schema: WorklistPageBody },
    problems: ['CURSOR_INVALID'],
  },
  {
    operation: 'listUrgent',
    method: 'GET',
    path: '/v1/desk/urgent',
    scope,
    permission: 'listUrgent',
    summary: 'The most urgent cases of the desk and all departments, by deadline',
    query: UrgentQuery,
    success: { status: 200, schema: UrgentBody },
    problems: [],
  },
  {
    operation: 'listDeskReminders',
    method: 'GET',
    path: '/v1/desk/reminders',
    scope,
    permission: 'listDeskReminders',
    summary: 'What you are told of deadlines that come near or have passed, latest first',
    query: RemindersQuery,
    success: { status: 200, schema: RemindersBody },
    problems: ['CURSOR_INVALID'],
  },
  {
    operation: 'searchCases',
    method: 'POST',
    path: '/v1/desk/searches',
    scope,
    permission: 'searchCases',
    summary: "Find cases by the caller's phone or by tracking code, newest first",
    body: SearchCasesRequest,
    success: { status: 200, schema: FoundCases },
    problems: ['PHONE_INVALID', 'PHONE_SHORT_NUMBER', 'PHONE_AMBIGUOUS'],
  },
  {
    operation: 'getCase',
    method: 'GET',
    path: '/v1/desk/cases/{caseId}',
    scope,
    permission: 'getCase',
    summary: 'One case with its history',
    params: CaseParams,
    success: { status: 200, schema: CaseDetails },
    problems: ['CASE_NOT_FOUND'],
  },
  change('classifyCase', 'classify', 'Set class, service, place, priority or summary'),
  change('routeCase', 'route', 'Send to the departments, by the catalogue or by choice'),
  change('answerCase', 'answer', 'Answer at the desk, or give the consolidated answer'),
  change('askCitizen', 'ask-citizen', 'Ask the citizen; the clock stops'),
  change('resumeCase', 'resume', 'The citizen has answered; the clock goes on'),
  change('mergeCase', 'merge', 'Close as the duplicate of another case'),
  change('unmergeCase', 'unmerge', 'It was no duplicate: give it back its own life'),
  change('rejectCase', 'reject', 'Refuse with a reason'),
  change('reopenCase', 'reopen', 'Start the next round'),
  change('rateAnswer', 'rate', "Record the citizen's judgement from a call-back"),
  change('withdrawCase', 'withdraw', 'The citizen takes the matter back'),
  change('escalateCase', 'escalate', 'Raise the case one level'),
  change('noteCase', 'note', 'Write a note that the citizen does not see'),
] as const satisfies readonly Route[];

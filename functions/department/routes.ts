import { CaseDetails, CaseParams, WorklistPageBody } from '../../shared/contracts/case.ts';
import { changesFor } from '../../shared/contracts/change-route.ts';
import { InboxCountsBody, InboxQuery } from '../../shared/contracts/inbox.ts';
import { RemindersBody, RemindersQuery } from '../../shared/contracts/reminder.ts';
import type { Route } from '../../shared/contracts/route.ts';

const scope = '1022/department';

const change = changesFor('department', 'changeDepartmentCase');

/** A department, in the web app or through its own system: one row an endpoint. */
export const departmentRoutes = [
  {
    operation: 'listInbox',
    method: 'GET',
    path: '/v1/department/cases',
    scope,
    permission: 'listInbox',
    summary: "The department's inbox by list or status, most urgent first",
    query: InboxQuery,
    success: { status: 200, schema: WorklistPageBody },
    problems: ['CURSOR_INVALID'],
  },
  {
    operation: 'countInbox',
    method: 'GET',
    path: '/v1/department/inbox/counts',
    scope,
    permission: 'listInbox',
    summary:
      'How many cases each list of the inbox has now, and whether anything in them has changed',
    success: { status: 200, schema: InboxCountsBody },
  },
  {
    operation: 'listDepartmentReminders',
    method: 'GET',
    path: '/v1/department/reminders',
    scope,
    permission: 'listDepartmentReminders',
    summary:
      'What your department is told of deadlines that come near or have passed, latest first',
    query: RemindersQuery,
    success: { status: 200, schema: RemindersBody },
    problems: ['CURSOR_INVALID'],
  },
  {
    operation: 'getDepartmentCase',
    method: 'GET',
    path: '/v1/department/cases/{caseId}',
    scope,
    permission: 'getDepartmentCase',
    summary: 'One case in which the department takes part',
    params: CaseParams,
    success: { status: 200, schema: CaseDetails },
    problems: ['CASE_NOT_FOUND'],
  },
  change('acceptCase', 'accept', 'Take the case into work'),
  change('returnCase', 'return', 'Send back as not ours, with a reason'),
  change('departmentAskCitizen', 'ask-citizen', 'Ask the citizen; the clock stops'),
  change('departmentResumeCase', 'resume', 'The citizen has answered; the clock goes on'),
  change('reportProgress', 'report-progress', 'Say how far the work is'),
  change('extendDeadline', 'extend', 'Commit to a later date, with a reason'),
  change('answerPart', 'answer-part', "Give a supporting department's part"),
  change('departmentAnswerCase', 'answer', 'Answer as the lead'),
  change('departmentNoteCase', 'note', 'Write a note that the citizen does not see'),
] as const satisfies readonly Route[];

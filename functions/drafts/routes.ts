import { DraftProposalBody, DraftRequest } from '../../shared/contracts/drafts.ts';
import type { Route } from '../../shared/contracts/route.ts';

/** What an agent is helped with while the caller speaks. */
export const draftsRoutes = [
  {
    operation: 'proposeDraft',
    method: 'POST',
    path: '/v1/desk/drafts',
    scope: '1022/desk',
    permission: 'proposeDraft',
    summary:
      "Class, service, place, departments, due date, duplicates and the caller's open cases, in one call",
    body: DraftRequest,
    success: { status: 200, schema: DraftProposalBody },
    problems: [
      'UNKNOWN_SERVICE',
      'UNKNOWN_AREA',
      'PHONE_INVALID',
      'PHONE_SHORT_NUMBER',
      'PHONE_AMBIGUOUS',
    ],
  },
] as const satisfies readonly Route[];

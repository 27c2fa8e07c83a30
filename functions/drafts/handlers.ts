import { localTimeIn } from '../../shared/domain/local-time.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { caseBody } from '../case-views.ts';
import type { DraftsDeps } from './container.ts';
import type { draftsRoutes } from './routes.ts';

export const draftsHandlers = ({
  proposeDraft,
  jurisdictionId,
  jurisdiction,
}: DraftsDeps): Handlers<typeof draftsRoutes> => {
  const local = localTimeIn(jurisdiction.calendarData);
  return {
    proposeDraft: async ({ body: draft, staff }) => {
      const proposed = await proposeDraft({ jurisdictionId, by: actorOf(staff), draft });
      if (!proposed.ok) return proposed;
      const { duplicates, callerCases, remember, answerDueAt, ...rest } = proposed.value;
      return ok({
        body: {
          ...rest,
          answerDueAt,
          answerDueAtLocal: answerDueAt === null ? null : local(new Date(answerDueAt)),
          duplicates: duplicates.map(duplicateBody),
          callerCases: callerCases.map(caseBody),
          proposal: remember,
        },
      });
    },
  };
};

type Duplicate = Extract<
  Awaited<ReturnType<DraftsDeps['proposeDraft']>>,
  { readonly ok: true }
>['value']['duplicates'][number];

const duplicateBody = ({ case: found, score, because, followers }: Duplicate) => {
  const { caseId, trackingCode, status, lead, serviceCode, areaCode, summary, receivedAt } = found;
  const known = { caseId, trackingCode, status, lead, serviceCode, areaCode, summary, receivedAt };
  return { ...known, score: Math.min(1, score), because: [...because], followers };
};

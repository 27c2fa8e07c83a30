import { actorOf } from '../../shared/domain/staff.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { changing } from '../case-change.ts';
import { caseBody, dossierReply } from '../case-views.ts';
import type { DeskDeps } from './container.ts';
import { callBacksBody } from './call-backs.ts';
import { loggingCase } from './log-case.ts';
import { merging } from './merge-case.ts';
import type { deskRoutes } from './routes.ts';

export const deskHandlers = (deps: DeskDeps): Handlers<typeof deskRoutes> => {
  const { jurisdictionId, readCase, searchCases, listWorklist } = deps;
  const change = changing(deps);
  return {
    logCase: loggingCase(deps),
    listDeskQueue: async ({ query }) => {
      const page = await listWorklist({ jurisdictionId, owner: 'desk', ...query });
      return page.ok ? ok({ body: { cases: page.value.rows, next: page.value.next } }) : page;
    },
    listUrgent: async ({ query }) =>
      ok({ body: { cases: await deps.listUrgent({ jurisdictionId, ...query }) } }),
    listDeskReminders: async ({ query, staff }) => {
      const page = await deps.listReminders({ jurisdictionId, by: actorOf(staff), ...query });
      return page.ok ? ok({ body: page.value }) : page;
    },
    listCallBacks: async ({ query }) => {
      const page = await deps.listCallBacks({ jurisdictionId, ...query });
      return page.ok ? ok({ body: callBacksBody(page.value, deps.jurisdiction) }) : page;
    },
    searchCases: async ({ body, staff }) => {
      const found = await searchCases({ jurisdictionId, by: actorOf(staff), ...body });
      return found.ok ? ok({ body: { cases: found.value.map(caseBody) } }) : found;
    },
    getCase: async ({ params: { caseId }, staff }) =>
      dossierReply(await readCase({ jurisdictionId, caseId, by: actorOf(staff) })),
    listFollowers: async ({ params: { caseId }, query }) => {
      const page = await deps.listFollowers({ jurisdictionId, caseId, ...query });
      return page.ok
        ? ok({ body: { ...page.value, cases: page.value.cases.map(caseBody) } })
        : page;
    },
    classifyCase: change('classify'),
    routeCase: change('route'),
    answerCase: change('answer'),
    askCitizen: change('ask-citizen'),
    resumeCase: change('resume'),
    mergeCase: merging(deps),
    unmergeCase: change('unmerge'),
    rejectCase: change('reject'),
    reopenCase: change('reopen'),
    rateAnswer: change('rate'),
    recordCallBack: change('call-back'),
    withdrawCase: change('withdraw'),
    escalateCase: change('escalate'),
    noteCase: change('note'),
  };
};

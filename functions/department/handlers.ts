import { ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { changing } from '../case-change.ts';
import { dossierReply } from '../case-views.ts';
import type { DepartmentDeps } from './container.ts';
import { inboxHandlers } from './inbox.ts';
import type { departmentRoutes } from './routes.ts';

export const departmentHandlers = (deps: DepartmentDeps): Handlers<typeof departmentRoutes> => {
  const { jurisdictionId, readCase } = deps;
  const change = changing(deps);
  return {
    ...inboxHandlers(deps),
    listDepartmentReminders: async ({ query, staff }) => {
      const page = await deps.listReminders({ jurisdictionId, by: actorOf(staff), ...query });
      return page.ok ? ok({ body: page.value }) : page;
    },
    getDepartmentCase: async ({ params: { caseId }, staff }) =>
      dossierReply(await readCase({ jurisdictionId, caseId, by: actorOf(staff) })),
    acceptCase: change('accept'),
    returnCase: change('return'),
    departmentAskCitizen: change('ask-citizen'),
    departmentResumeCase: change('resume'),
    reportProgress: change('report-progress'),
    extendDeadline: change('extend'),
    answerPart: change('answer-part'),
    departmentAnswerCase: change('answer'),
    departmentNoteCase: change('note'),
  };
};

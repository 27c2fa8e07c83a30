import type { StoredTemplate } from '../../shared/domain/answer-template.ts';
import { PLACEHOLDERS } from '../../shared/domain/placeholders.ts';
import { DEFAULT_PREFERENCES } from '../../shared/domain/preferences.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { DirectoryDeps } from './container.ts';
import type { directoryRoutes } from './routes.ts';

export type AdministrationHandlers = Pick<
  Handlers<typeof directoryRoutes>,
  'listTemplates' | 'putTemplate' | 'getPreferences' | 'putPreferences' | 'listAudit'
>;

/** What the people of the hotline set for their work and for themselves. */
export const administrationHandlers = (deps: DirectoryDeps): AdministrationHandlers => {
  const { jurisdictionId, preferences } = deps;
  return {
    listTemplates: async ({ staff }) => {
      const templates = await deps.listTemplates(jurisdictionId, actorOf(staff));
      return ok({
        body: { placeholders: [...PLACEHOLDERS], templates: templates.map(templateBody) },
      });
    },
    putTemplate: async ({ params, body, ifMatch: basedOn, staff }) => {
      const template = { ...params, ...body };
      const saved = await deps.saveTemplate({
        ...{ jurisdictionId, by: actorOf(staff) },
        ...{ basedOn, template },
      });
      return saved.ok
        ? ok({ version: saved.value.version, body: templateBody(saved.value) })
        : saved;
    },
    getPreferences: async ({ staff: { subject } }) =>
      ok({ body: (await preferences.find(jurisdictionId, subject)) ?? DEFAULT_PREFERENCES }),
    putPreferences: async ({ staff: { subject }, body }) => {
      await preferences.save(jurisdictionId, subject, body);
      return ok({ body });
    },
    listAudit: async ({ query }) =>
      ok({ body: await deps.listAudit({ jurisdictionId, ...query }) }),
  };
};

const templateBody = ({ template, ...rest }: StoredTemplate) => ({ ...template, ...rest });

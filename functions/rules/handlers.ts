import type { RulesPublication } from '../../shared/domain/published-rules.ts';
import { err, ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import {
  bundledRules,
  problemsOfRules,
  readCurrentRules,
} from '../../shared/usecases/publish-rules.ts';
import type { RulesDeps } from './container.ts';
import type { ModelHandlers } from './model-handlers.ts';
import type { rulesRoutes } from './routes.ts';

export const rulesHandlers = (
  deps: RulesDeps,
): Omit<Handlers<typeof rulesRoutes>, keyof ModelHandlers> => {
  const { jurisdictionId, rules, jurisdiction } = deps;
  const bundled = bundledRules(jurisdiction);
  const whole = async (held: typeof bundled) => {
    const publication = await rules.publication(jurisdictionId, held.number);
    return ok({ version: held.number, body: { ...versionBody(publication), rules: held.rules } });
  };
  return {
    getRules: async () => {
      const held = await readCurrentRules(jurisdictionId, deps);
      const { value } = await whole(held);
      const problems = await problemsOfRules(jurisdictionId, held.rules, deps);
      return ok({ ...value, body: { ...value.body, problems } });
    },
    listRulesVersions: async () => {
      const history = await rules.history(jurisdictionId);
      return ok({ body: { versions: [...history, undefined].map(versionBody) } });
    },
    getRulesVersion: async ({ params: { number } }) => {
      const held = number === bundled.number ? bundled : await rules.find(jurisdictionId, number);
      return held ? whole(held) : err({ code: 'RULES_NOT_FOUND' });
    },
    previewRules: async ({ body }) =>
      ok({ body: await deps.previewRules(jurisdictionId, body.rules) }),
    publishRules: async ({ body, ifMatch: basedOn, idempotencyKey, staff }) => {
      const asked = { jurisdictionId, by: actorOf(staff), idempotencyKey, basedOn };
      const published = await deps.publishRules({ ...asked, ...body });
      if (!published.ok) return published;
      const { publication, created } = published.value;
      return ok({
        status: created ? 201 : 200,
        version: publication.number,
        location: `/v1/directory/rules/versions/${publication.number}`,
        body: versionBody(publication),
      });
    },
  };
};

/** The fingerprints of requests stay inside. */
function versionBody(publication: RulesPublication | undefined) {
  if (publication === undefined) return { number: 0, published: null };
  const { number, publishedAt: at, publishedBy: by, reason, added, removed, changed } = publication;
  return { number, published: { at, by, reason, added, removed, changed } };
}

import { CITIZEN } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/decide.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { CitizenDeps } from './container.ts';
import type { citizenRoutes } from './routes.ts';
import { detailsView, statusView } from './views.ts';

export const citizenHandlers = (deps: CitizenDeps): Handlers<typeof citizenRoutes> => {
  const { jurisdictionId, jurisdictionNow, trackCase, proveOwner } = deps;
  const status = async (trackingCode: string) => {
    const tracked = await trackCase({ jurisdictionId, trackingCode });
    return tracked.ok ? ok({ body: statusView(tracked.value, await jurisdictionNow()) }) : tracked;
  };
  const change = changing(deps, status);
  return {
    getStatus: ({ params }) => status(params.trackingCode),
    getDetails: async ({ params, body }) => {
      const tracked = await proveOwner({ jurisdictionId, ...params, ...body });
      return tracked.ok
        ? ok({ body: detailsView(tracked.value, await jurisdictionNow()) })
        : tracked;
    },
    rateOwnCase: ({ params, body: { text, ...rating } }) =>
      change(params.trackingCode, { action: 'rate', ...rating }, text),
    reopenOwnCase: ({ params, body: { text } }) =>
      change(params.trackingCode, { action: 'reopen' }, text),
    withdrawOwnCase: async ({ params, body: { phoneLast4, text } }) => {
      const owner = await proveOwner({ jurisdictionId, ...params, phoneLast4 });
      return owner.ok ? change(params.trackingCode, { action: 'withdraw' }, text) : owner;
    },
  };
};

/** Does it as the citizen and shows what became of the case. */
const changing =
  <R>(
    { jurisdictionId, findTracked, changeCase }: CitizenDeps,
    show: (code: string) => Promise<R>,
  ) =>
  async (trackingCode: string, command: Command, text: string | undefined) => {
    const caseId = await findTracked({ jurisdictionId, trackingCode });
    if (!caseId.ok) return caseId;
    const by = CITIZEN;
    const changed = await changeCase({ jurisdictionId, caseId: caseId.value, command, text, by });
    return changed.ok ? show(trackingCode) : changed;
  };

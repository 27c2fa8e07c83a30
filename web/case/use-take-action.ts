import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, ifMatch } from '../platform/api.ts';
import { ApiProblem } from '../platform/api-problem.ts';
import { useApi, useServices } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import { bodyOf, type OwnAction } from './action-forms.ts';
import type { Composing } from './composing.ts';
import { type Case, caseKey, useSeat } from './use-case.ts';
import { caseWords } from './words.ts';

interface Taken {
  readonly action: OwnAction;
  readonly draft: Composing;
  readonly current: Case;
}

interface Afterwards {
  /** As soon as the API has it. */
  readonly taken: () => void;
  /** When the screen offers what may be done next. */
  readonly shown?: () => void;
}

/** Takes an action on the case as it stands on the screen; refused with 412 when it no longer does. */
export function useTakeAction(caseId: string, { taken, shown }: Afterwards) {
  const api = useApi();
  const seat = useSeat();
  const { timeZone } = useServices().config;
  const queries = useQueryClient();
  const findCase = useFindCase();
  return useMutation({
    mutationFn: async ({ action, draft, current }: Taken) => {
      const intoId = action === 'merge' ? await findCase(draft.into ?? '') : undefined;
      const params = { path: { caseId }, header: ifMatch(current.version) };
      const body = bodyOf(action, draft, { current, timeZone, intoId });
      // One form for all changes (shared/contracts/change-route.ts): typed as the simplest, checked by the API.
      const path = `/v1/${seat}/cases/{caseId}/${action}` as '/v1/desk/cases/{caseId}/note';
      return ask(api.POST(path, { params, body: body as { text: string } }));
    },
    // Before the case is read again: what the person did themselves is no news to them.
    onSuccess: taken,
    // After a refusal too: what is shown was not what is.
    onSettled: async (_answer, error) => {
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      if (error === null) shown?.();
    },
  });
}

function useFindCase() {
  const api = useApi();
  const words = useWords(caseWords);
  return async (trackingCode: string): Promise<string> => {
    const { cases } = await ask(api.POST('/v1/desk/searches', { body: { trackingCode } }));
    const [found] = cases;
    if (found !== undefined) return found.caseId;
    throw new ApiProblem({ code: 'CASE_NOT_FOUND', status: 404, title: words.intoNone });
  };
}

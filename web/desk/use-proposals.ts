import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { LIMITS } from '../../shared/contracts/limits.ts';
import { isTooLong } from '../parts/too-long.ts';
import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import type { CallDraft } from './call-draft.ts';
import { draftRequestOf, type Proposal } from './call-plan.ts';

/** A pause in typing after which the machine is asked. */
const PAUSE_MS = 300;
/** Fewer letters say nothing yet. */
const FEWEST_LETTERS = 8;

export interface Proposals {
  readonly proposal: Proposal | undefined;
  readonly isAsking: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** What is too long is told at its field; the API would refuse it. */
const isAskable = (description: string): boolean =>
  description.trim().length >= FEWEST_LETTERS && !isTooLong(description, LIMITS.description);

/** What the machine makes of the call so far; the last answer stays until the next one is there. */
export function useProposals(draft: CallDraft): Proposals {
  const api = useApi();
  const [request] = useDebouncedValue(draftRequestOf(draft), PAUSE_MS);
  const enabled = isAskable(draft.description) && isAskable(request.description);
  const { data, isFetching, error, refetch } = useQuery({
    queryKey: ['desk', 'proposal', request],
    queryFn: ({ signal }) => ask(api.POST('/v1/desk/drafts', { body: request, signal })),
    enabled,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return {
    proposal: enabled ? data : undefined,
    isAsking: isFetching,
    error: enabled ? error : null,
    retry: () => void refetch(),
  };
}

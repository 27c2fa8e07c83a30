import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';

type Page = Schemas['DeliveryAttemptsBody'];
export type Attempt = Page['attempts'][number];

const logKey = ['department', 'delivery', 'log'] as const;
const PAGE = 20;
/** What is sent again is tried within seconds. */
const FRESH_MS = 5_000;

/** Each try at telling the department's system, latest first. */
export function useDeliveryLog(outcome: 'failed' | undefined) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: [...logKey, outcome],
    queryFn: ({ pageParam }) => {
      const query = {
        limit: PAGE,
        ...(outcome && { outcome }),
        ...(pageParam !== null && { before: pageParam }),
      };
      return ask(api.GET('/v1/department/delivery/attempts', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: Page) => next,
    refetchInterval: FRESH_MS,
    select: ({ pages }) => pages.flatMap(({ attempts }) => attempts),
  });
}

/** Asked for twice it is sent once, so whoever is unsure presses again. */
export function useResend() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ attemptId }: Attempt) => {
      const params = { path: { attemptId } };
      return ask(api.POST('/v1/department/delivery/attempts/{attemptId}/resend', { params }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: logKey }),
  });
}

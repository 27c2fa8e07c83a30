import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Schemas } from '../platform/api.ts';
import { useMay } from '../platform/me.ts';
import { useApi } from '../platform/services.ts';

export type AlertLine = Schemas['AlertsBody']['alerts'][number];

/** They are looked for every quarter of an hour; a page that stays open has them soon after. */
const ASK_MS = 60_000;

const KEY = ['statistics', 'alerts'];

/** What was raised in the last eight weeks; nothing is asked for who may not see it. */
export function useAlerts() {
  const api = useApi();
  const may = useMay();
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ask(api.GET('/v1/statistics/alerts', { signal })),
    refetchInterval: ASK_MS,
    enabled: may('listAlerts'),
  });
}

/** Whoever was faster, the list says so. */
export function useAcknowledge(alertId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: string) =>
      ask(
        api.POST('/v1/statistics/alerts/{alertId}/acknowledgement', {
          params: { path: { alertId } },
          body: { note },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../platform/api.ts';
import { useMay } from '../platform/me.ts';
import { POLL_MS, type Read, readAgain } from '../platform/read-again.ts';
import { useApi } from '../platform/services.ts';

export type CaseDetails = Schemas['CaseDetails'];
export type Case = CaseDetails['case'];
export type HistoryEntry = CaseDetails['history'][number];
export type ClockReading = CaseDetails['clocks'][number];

/** By which part of the API a person sees and changes cases. */
export type Seat = 'desk' | 'department';

export function useSeat(): Seat {
  return useMay()('getCase') ? 'desk' : 'department';
}

export const caseKey = (caseId: string) => ['case', caseId] as const;

/** One case, kept up to date: what somebody else does shows within seconds. */
export function useCase(caseId: string) {
  const api = useApi();
  const seat = useSeat();
  return useQuery({
    queryKey: caseKey(caseId),
    queryFn: ({ client, signal }) => {
      const kept = client.getQueryData<Read<CaseDetails>>(caseKey(caseId));
      return readAgain(kept, (headers) => {
        const options = { params: { path: { caseId } }, headers, signal };
        return seat === 'desk'
          ? api.GET('/v1/desk/cases/{caseId}', options)
          : api.GET('/v1/department/cases/{caseId}', options);
      });
    },
    refetchInterval: POLL_MS,
    select: ({ data }) => data,
  });
}

import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '../platform/api.ts';
import { POLL_MS, type Read, readAgain } from '../platform/read-again.ts';
import { useApi } from '../platform/services.ts';
import type { DeskList } from './desk-search.ts';

type Page = Schemas['WorklistPageBody'];
type Row = Page['cases'][number];

/** Most that the API gives at once. */
const PAGE_ROWS = 100;

/** A row and when its clock was read. */
export interface QueueRow extends Row {
  readonly readAt: number;
}

/** A list of the desk, most urgent first, kept up to date: one page each five seconds, however long it has become. */
export function useQueue(status: DeskList) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['desk', 'queue', status],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, client, queryKey, signal }) => {
      const kept = client.getQueryData<InfiniteData<Read<Page>, string | null>>(queryKey);
      const index = kept?.pageParams.indexOf(pageParam) ?? -1;
      const query = { status, limit: PAGE_ROWS, ...(pageParam !== null && { cursor: pageParam }) };
      return readAgain(kept?.pages[index], (headers) =>
        api.GET('/v1/desk/cases', { params: { query }, headers, signal }),
      );
    },
    getNextPageParam: ({ data }) => data.next,
    refetchInterval: ({ state }) => POLL_MS * Math.max(1, state.data?.pages.length ?? 1),
    select: ({ pages }) => pages.flatMap(rowsOf),
  });
}

const rowsOf = ({ data, at }: Read<Page>): readonly QueueRow[] =>
  data.cases.map((row) => ({ ...row, readAt: at }));

/** Until the deadline, at an instant of this machine; undefined where the clock stands still or counts working time. */
export const msLeft = (
  { leftMs, readAt, state, unit }: QueueRow,
  at: number,
): number | undefined =>
  leftMs === null || state === 'paused' || unit !== 'hours' ? undefined : leftMs - (at - readAt);

import {
  type InfiniteData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Schemas } from '../platform/api.ts';
import { POLL_MS, type Read, readAgain } from '../platform/read-again.ts';
import { useApi } from '../platform/services.ts';
import { filtersOf, type InboxSearch } from './inbox-search.ts';

type Page = Schemas['WorklistPageBody'];
export type InboxRow = Page['cases'][number];
export type InboxCounts = Schemas['InboxCountsBody'];

/** Everything of the inbox, to have it read again. */
export const inboxKey = ['department', 'inbox'] as const;
const countsKey = [...inboxKey, 'counts'] as const;
const rowsKey = [...inboxKey, 'rows'] as const;

/** A screenful and the one after it. */
const PAGE_ROWS = 50;
/** Counting reads every row: a screen asks the more seldom the more there are. */
const ROWS_A_POLL = 500;
/** "2 hours left" is not older than this. */
const TIMES_MS = 60_000;

/** How many cases each list has; kept up to date. */
export function useInboxCounts() {
  const api = useApi();
  return useQuery({
    queryKey: countsKey,
    queryFn: ({ client, signal }) =>
      readAgain(client.getQueryData<Read<InboxCounts>>(countsKey), (headers) =>
        api.GET('/v1/department/inbox/counts', { headers, signal }),
      ),
    refetchInterval: ({ state }) => POLL_MS * Math.ceil(1 + rowsIn(state.data) / ROWS_A_POLL),
    select: ({ data }) => data,
  });
}

function rowsIn(read: Read<InboxCounts> | undefined): number {
  if (read === undefined) return 0;
  const { new: fresh, in_work: inWork, waiting, answered } = read.data.counts;
  return fresh + inWork + waiting + answered;
}

/** The rows of a list, page by page; read again when the numbers tell that a row has changed. */
export function useInboxRows(search: InboxSearch) {
  const api = useApi();
  const { list = 'new' } = search;
  const { service, area, urgent, as, words } = filtersOf(search);
  const asked = {
    list,
    limit: PAGE_ROWS,
    ...(service !== undefined && { serviceCode: service }),
    ...(area !== undefined && { areaCode: area }),
    ...(urgent === true && { priority: 'urgent' as const }),
    ...(as !== undefined && { as }),
    ...(words !== undefined && { words }),
  };
  return useInfiniteQuery({
    queryKey: [...rowsKey, list, asked],
    // Narrowed down, a list stays on the screen until the narrower one is there.
    placeholderData: (before: InfiniteData<Read<Page>, string | null> | undefined, query) =>
      query?.queryKey[rowsKey.length] === list ? before : undefined,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, client, queryKey, signal }) => {
      const kept = client.getQueryData<InfiniteData<Read<Page>, string | null>>(queryKey);
      const index = kept?.pageParams.indexOf(pageParam) ?? -1;
      const query = { ...asked, ...(pageParam !== null && { cursor: pageParam }) };
      return readAgain(kept?.pages[index], (headers) =>
        api.GET('/v1/department/cases', { params: { query }, headers, signal }),
      );
    },
    getNextPageParam: ({ data }) => data.next,
    refetchInterval: ({ state }) => TIMES_MS * Math.max(1, state.data?.pages.length ?? 1),
    select: ({ pages }) => pages.flatMap(({ data }) => data.cases),
  });
}

/** Has the rows read again whenever the counts, or what they were counted from, are others than before. */
export function useRowsFollow(counts: InboxCounts | undefined): void {
  const queries = useQueryClient();
  const before = useRef<string>(undefined);
  const mark = counts && JSON.stringify(counts);
  useEffect(() => {
    if (before.current !== undefined && mark !== before.current)
      // A long list that is being read already goes on; it would otherwise never end in a busy inbox.
      void queries.invalidateQueries({ queryKey: rowsKey }, { cancelRefetch: false });
    before.current = mark;
  }, [mark, queries]);
}

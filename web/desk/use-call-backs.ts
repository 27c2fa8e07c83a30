import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';

type Page = Schemas['CallBacksBody'];
export type CallBack = Page['callBacks'][number];

const PAGE_ROWS = 25;
/** A page is read from the answers of every department, some fifty read units; who is to be called changes by the hour. */
const READ_AGAIN_MS = 60_000;
const KEY = ['desk', 'call-backs'] as const;

/** Whom to call for their judgement, the oldest answer first. */
export function useCallBacks() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: KEY,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE_ROWS, ...(pageParam !== null && { cursor: pageParam }) };
      return ask(api.GET('/v1/desk/call-backs', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
    refetchInterval: READ_AGAIN_MS,
    select: rowsOf,
  });
}

const rowsOf = ({ pages }: InfiniteData<Page, string | null>): readonly CallBack[] =>
  pages.flatMap(({ callBacks }) => callBacks);

/** Takes somebody off the list whose call is recorded, before the list is read again. */
export function useForgetCallBack(): (caseId: string) => void {
  const queries = useQueryClient();
  return (caseId) => {
    queries.setQueryData<InfiniteData<Page, string | null>>(
      KEY,
      (known) => known && { ...known, pages: known.pages.map((page) => without(page, caseId)) },
    );
  };
}

const without = (page: Page, caseId: string): Page => ({
  ...page,
  callBacks: page.callBacks.filter((one) => one.caseId !== caseId),
});

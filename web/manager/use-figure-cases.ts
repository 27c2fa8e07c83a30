import { useInfiniteQuery } from '@tanstack/react-query';
import type { operations } from '../platform/api-types.ts';
import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import type { CasesSearch } from './case-link.ts';
import { useAllPages } from './use-all-pages.ts';

/** Most that the API gives at once. */
const PAGE_ROWS = 100;

type Query = operations['listFigureCases']['parameters']['query'];

/** The cases behind a figure, page after page until all of them are there, so that they can be held against it. */
export function useFigureCases(search: CasesSearch) {
  const api = useApi();
  const { count: _, ...asked } = search;
  return useAllPages(
    useInfiniteQuery({
      queryKey: ['statistics', 'cases', asked],
      initialPageParam: null as string | null,
      queryFn: ({ pageParam, signal }) => {
        // A figure or line that the API does not know it refuses, and says so.
        const query = {
          ...asked,
          limit: PAGE_ROWS,
          ...(pageParam !== null && { cursor: pageParam }),
        } as Query;
        return ask(api.GET('/v1/statistics/cases', { params: { query }, signal }));
      },
      getNextPageParam: ({ next }) => next,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
}

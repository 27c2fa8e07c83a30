import { useEffect } from 'react';

/** Pages that are read without being asked for: 2,000 cases, more than anybody reads through. */
const PAGES_BY_ITSELF = 20;

interface Paged {
  readonly data: { readonly pages: readonly unknown[] } | undefined;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isError: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Reads a list page after page until all of it is there, so that it can be held against its figure. */
export function useAllPages<T extends Paged>(list: T): T {
  const { data, hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list;
  const pages = data?.pages.length ?? 0;
  const goesOn = hasNextPage && !isFetchingNextPage && !isError && pages < PAGES_BY_ITSELF;
  useEffect(() => {
    if (goesOn) void fetchNextPage();
  }, [goesOn, pages, fetchNextPage]);
  return list;
}

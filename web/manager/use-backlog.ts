import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { operations } from '../platform/api-types.ts';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import type { BacklogCasesSearch } from './backlog-search.ts';
import { backlogWords } from './backlog-words.ts';
import { useAllPages } from './use-all-pages.ts';
import { FRESH_MS } from './use-figures.ts';

export type Backlog = Schemas['BacklogBody'];
export type BacklogCases = Schemas['BacklogCasesBody']['cases'];
export type BacklogAge = keyof Backlog['total']['ages'];

/** Oldest last, as the API has them. */
export const BACKLOG_AGES = [
  ...(['0-1', '2-5', '6-10', '11-20', 'over-20'] as const),
] as const satisfies readonly BacklogAge[];

export const isAge = (age: string | undefined): age is BacklogAge =>
  BACKLOG_AGES.some((one) => one === age);

/** `2–5 ngày làm việc` */
export function useAgeName(): (age: BacklogAge) => string {
  const words = useWords(backlogWords);
  return (age) =>
    age.startsWith('over-')
      ? words.over(age.slice('over-'.length))
      : words.age(age.replace('-', '–'));
}

/** What is open now, read from the lists in which people work: with every department in the one reading. */
export function useBacklog() {
  const api = useApi();
  return useQuery({
    queryKey: ['statistics', 'backlog'],
    staleTime: FRESH_MS,
    queryFn: ({ signal }) =>
      ask(api.GET('/v1/statistics/backlog', { params: { query: { by: 'department' } }, signal })),
  });
}

const PAGE_ROWS = 100;

type Query = NonNullable<operations['listBacklogCases']['parameters']['query']>;

/** The cases behind a number of the backlog, oldest first, page after page. */
export function useBacklogCases({ department, age }: BacklogCasesSearch) {
  const api = useApi();
  const asked = { ...(department && { department }), ...(age && { age }) };
  return useAllPages(
    useInfiniteQuery({
      queryKey: ['statistics', 'backlog', 'cases', asked],
      initialPageParam: null as string | null,
      queryFn: ({ pageParam, signal }) => {
        // An age that the API does not know it refuses, and says so.
        const query = {
          ...asked,
          limit: PAGE_ROWS,
          ...(pageParam !== null && { cursor: pageParam }),
        } as Query;
        return ask(api.GET('/v1/statistics/backlog/cases', { params: { query }, signal }));
      },
      getNextPageParam: ({ next }) => next,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
}

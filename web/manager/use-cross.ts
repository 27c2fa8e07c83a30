import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { chosenTable } from './cross-chosen.ts';
import type { CrossSearch } from './cross-search.ts';
import { periodOf, useToday } from './use-chosen.ts';
import { FRESH_MS } from './use-figures.ts';

/** Which table is shown; `set` writes it into the address. */
export function useChosenCross() {
  const search = useSearch({ from: '/staff/figures/cross' });
  const navigate = useNavigate();
  const today = useToday();
  return {
    ...chosenTable(search),
    period: periodOf(search, today),
    today,
    set: (change: { readonly [K in keyof CrossSearch]: CrossSearch[K] | undefined }): void =>
      void navigate({
        to: '/figures/cross',
        search: { ...search, ...change } as CrossSearch,
        replace: true,
        resetScroll: false,
      }),
  };
}

export type ChosenCross = ReturnType<typeof useChosenCross>;

/** A table is added up case by case, which takes seconds for a large province: it is asked for once. */
export function useCross({ period, view, rows, columns }: ChosenCross) {
  const api = useApi();
  const query = { ...period, view, rows, columns };
  return useQuery({
    queryKey: ['statistics', 'cross', query],
    staleTime: FRESH_MS,
    queryFn: ({ signal }) => ask(api.GET('/v1/statistics/cross', { params: { query }, signal })),
  });
}

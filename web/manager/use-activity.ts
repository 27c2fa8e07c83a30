import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { operations } from '../platform/api-types.ts';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import type { ActivitySearch } from './activity-search.ts';
import type { FigureKey } from './figure-names.ts';
import type { Period } from './periods.ts';
import { periodOf, useToday } from './use-chosen.ts';
import { FRESH_MS } from './use-figures.ts';

export type Activity = Schemas['ActivityBody'];
type By = NonNullable<operations['getActivity']['parameters']['query']['by']>;

/** What activity is counted by. */
export const ACTIVITY_BY = [
  ...(['department', 'class', 'group', 'service', 'channel', 'month', 'quarter'] as const),
] as const satisfies readonly By[];

/** In the order of a case's life; judgements before what they are made of. */
export const ACTIVITY_FIGURES = [
  ...(['answersGiven', 'judgementsGiven', 'judgedSatisfied', 'judgedAcceptable'] as const),
  ...(['judgedUnsatisfied', 'reopenings', 'returnsMade', 'closures'] as const),
] as const satisfies readonly (FigureKey & keyof Activity['total']['counts'])[];

/** Which days, and by what; `set` writes it into the address. */
export function useChosenActivity() {
  const search = useSearch({ from: '/staff/figures/activity' });
  const navigate = useNavigate();
  const today = useToday();
  return {
    period: periodOf(search, today),
    by: ACTIVITY_BY.find((one) => one === search.by) ?? 'department',
    today,
    set: (change: ActivitySearch): void =>
      void navigate({
        to: '/figures/activity',
        search: { ...search, ...change },
        replace: true,
        resetScroll: false,
      }),
  };
}

export function useActivity(period: Period, by?: By) {
  const api = useApi();
  const query = { ...period, ...(by !== undefined && { by }) };
  return useQuery({
    queryKey: ['statistics', 'activity', query],
    staleTime: FRESH_MS,
    queryFn: ({ signal }) => ask(api.GET('/v1/statistics/activity', { params: { query }, signal })),
  });
}

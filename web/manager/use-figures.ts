import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Api, ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import type { PlaceKind, ReceivedBy, Step } from './figures-search.ts';
import { type Period, sparkPeriod } from './periods.ts';

/** Counters follow a change within seconds; a reader who comes back after a minute sees them anew. */
export const FRESH_MS = 60_000;

type By = 'department' | PlaceKind;

const common = (name: string, period: Period | undefined, ...more: readonly string[]) => ({
  queryKey: ['statistics', name, period?.from, period?.to, ...more],
  staleTime: FRESH_MS,
  enabled: period !== undefined,
});
/** A question that is not enabled is not asked. */
const NO_DAYS: Period = { from: '', to: '' };

const headlineQuery = (api: Api, by: By, period: Period | undefined) =>
  queryOptions({
    ...common('headline', period, by),
    queryFn: () =>
      ask(
        api.GET('/v1/statistics/headline', { params: { query: { ...(period ?? NO_DAYS), by } } }),
      ),
  });

/** Without a period, that of a comparison that nobody wants, nothing is asked. */
export const useHeadline = (by: By, period: Period | undefined) =>
  useQuery(headlineQuery(useApi(), by, period));

export function useDeadlines(period: Period | undefined) {
  const api = useApi();
  return useQuery({
    ...common('deadlines', period),
    queryFn: () =>
      ask(
        api.GET('/v1/statistics/deadlines', {
          params: { query: { ...(period ?? NO_DAYS), by: 'department' } },
        }),
      ),
  });
}

export function useTimes(period: Period | undefined) {
  const api = useApi();
  return useQuery({
    ...common('times', period),
    queryFn: () => ask(api.GET('/v1/statistics/times', { params: { query: period ?? NO_DAYS } })),
  });
}

export function useRouting(period: Period | undefined) {
  const api = useApi();
  return useQuery({
    ...common('routing', period),
    queryFn: () => ask(api.GET('/v1/statistics/routing', { params: { query: period ?? NO_DAYS } })),
  });
}

export function useReturns(period: Period | undefined) {
  const api = useApi();
  return useQuery({
    ...common('returns', period),
    queryFn: () =>
      ask(
        api.GET('/v1/statistics/returns', {
          params: { query: { ...(period ?? NO_DAYS), by: 'department' } },
        }),
      ),
  });
}

interface SeriesQuestion {
  readonly period: Period;
  readonly step: Step;
  readonly by: ReceivedBy | 'department';
}

export function useSeries({ period, step, by }: SeriesQuestion) {
  const api = useApi();
  return useQuery({
    ...common('series', period, step, by),
    queryFn: () =>
      ask(api.GET('/v1/statistics/series', { params: { query: { ...period, step, by } } })),
  });
}

/** How each department went in the weeks up to the end of the period. */
export const useWeeks = (period: Period) =>
  useSeries({ period: sparkPeriod(period), step: 'week', by: 'department' });

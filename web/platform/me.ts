import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Operation } from '../../shared/domain/permissions.ts';
import { type Api, ask, type Schemas } from './api.ts';
import { useApi } from './services.ts';

export type Me = Schemas['Me'];

const meQuery = (api: Api) =>
  queryOptions({
    queryKey: ['me'],
    queryFn: () => ask(api.GET('/v1/directory/me')),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Whoever is signed in, while it is not known yet whether they are staff. */
export const useMeQuery = () => useQuery(meQuery(useApi()));

/** Whoever is signed in; below the shell, which has asked. */
export const useMe = (): Me => useSuspenseQuery(meQuery(useApi())).data;

/** Whether the person may call an operation of the permission table. */
export function useMay(): (operation: Operation) => boolean {
  const { operations } = useMe();
  return (operation) => operations.includes(operation);
}

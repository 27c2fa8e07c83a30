import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Schemas } from './api.ts';
import { useApi } from './services.ts';

export type Preferences = Schemas['PreferencesBody'];
export type SavedFilter = Preferences['savedFilters'][number];

const KEY = ['preferences'] as const;

/** How the reader likes the screens; it follows them to another machine. */
export function usePreferences() {
  const api = useApi();
  return useQuery({
    queryKey: KEY,
    queryFn: () => ask(api.GET('/v1/directory/me/preferences')),
  });
}

/** Changes what the reader likes, on what is kept now: another window may have changed it since this one read it. */
export function useChangePreferences() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: (current: Preferences) => Preferences) => {
      const current = await ask(api.GET('/v1/directory/me/preferences'));
      return ask(api.PUT('/v1/directory/me/preferences', { body: change(current) }));
    },
    onSuccess: (changed) => queries.setQueryData(KEY, changed),
  });
}

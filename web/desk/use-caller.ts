import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import type { Case } from './call-draft.ts';

/** Digits of the shortest number that somebody may call from, a landline without its area code aside. */
const FEWEST_DIGITS = 9;
/** Long enough to skip the numbers in between of a number that is typed. */
const PAUSE_MS = 150;

export interface Caller {
  readonly cases: readonly Case[] | undefined;
  /** As in the latest case that this number called about; undefined when nobody gave one. */
  readonly name: string | undefined;
  readonly error: Error | null;
}

/** Who calls from this number, as soon as it is whole. */
export function useCaller(phone: string): Caller {
  const digits = phone.replace(/[^\d+]/g, '');
  const [asked] = useDebouncedValue(digits, PAUSE_MS);
  const isWhole = asked.length >= FEWEST_DIGITS && asked === digits;
  const { data: cases, error } = useCasesOf(asked, isWhole);
  const name = useNameIn(isWhole ? cases?.[0]?.caseId : undefined);
  return isWhole ? { cases, name, error } : { cases: undefined, name: undefined, error: null };
}

function useCasesOf(phone: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['desk', 'caller', phone],
    queryFn: async ({ signal }) => {
      const { cases } = await ask(api.POST('/v1/desk/searches', { body: { phone }, signal }));
      return cases;
    },
    enabled,
  });
}

/** The name that was given with a case; undefined while it is not known, or when there was none. */
function useNameIn(caseId: string | undefined): string | undefined {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['desk', 'caller-name', caseId],
    queryFn: async ({ signal }) => {
      const params = { path: { caseId: caseId ?? '' } };
      const { citizen } = await ask(api.GET('/v1/desk/cases/{caseId}', { params, signal }));
      return citizen?.name ?? '';
    },
    enabled: caseId !== undefined,
  });
  return data === '' ? undefined : data;
}

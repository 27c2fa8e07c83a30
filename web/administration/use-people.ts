import { useQuery } from '@tanstack/react-query';
import { type Api, ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';

export type Person = Schemas['StaffBody'];
export const peopleKey = ['administration', 'people'] as const;
const PAGE = 100;

export function usePeople() {
  const api = useApi();
  return useQuery({ queryKey: peopleKey, queryFn: () => readPeople(api) });
}

/** Everybody: the register is a few hundred people, and one looks for a name rather than for a page. */
async function readPeople(api: Api): Promise<readonly Person[]> {
  const people: Person[] = [];
  let after: string | null = null;
  do {
    const query: { limit: number; after?: string } =
      after === null ? { limit: PAGE } : { limit: PAGE, after };
    const page: Schemas['StaffPage'] = await ask(
      api.GET('/v1/directory/staff', { params: { query } }),
    );
    people.push(...page.staff);
    after = page.next;
  } while (after !== null);
  return people;
}

import { useQuery } from '@tanstack/react-query';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { partWords } from './words.ts';

export type Department = Schemas['DepartmentsBody']['departments'][number];
export type Service = Schemas['ServicesBody']['services'][number];
export type Area = Schemas['Areas']['areas'][number];

/** Lists are published a few times a year; who has a page open for days sees it soon enough, and what has not changed is a 304. */
const FRESH_MS = 10 * 60_000;

export interface Directory {
  readonly departments: readonly Department[];
  readonly services: readonly Service[];
  readonly areas: readonly Area[];
}

const NOTHING: Directory = { departments: [], services: [], areas: [] };

/** Whom and what the province has; empty until it is there. */
export function useDirectory(): Directory {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['directory'],
    staleTime: FRESH_MS,
    refetchInterval: FRESH_MS,
    queryFn: async (): Promise<Directory> => {
      const [{ departments }, { services }, { areas }] = await Promise.all([
        ask(api.GET('/v1/directory/departments')),
        ask(api.GET('/v1/directory/services')),
        ask(api.GET('/v1/directory/areas')),
      ]);
      return { departments, services, areas };
    },
  });
  return data ?? NOTHING;
}

export interface DirectoryNames {
  /** Null is the desk. */
  readonly department: (code: string | null) => string;
  readonly service: (code: string | null) => string;
  readonly area: (code: string | null) => string;
}

/** Names for codes, in the reader's language; the code itself where the catalogue has no such row any more. */
export function useDirectoryNames(): DirectoryNames {
  const { departments, services, areas } = useDirectory();
  const named = useNamed();
  const words = useWords(partWords);
  const nameIn =
    (rows: readonly (Parameters<typeof named>[0] & { readonly code: string })[], none: string) =>
    (code: string | null) => {
      if (code === null) return none;
      const found = rows.find((row) => row.code === code);
      return found === undefined ? code : named(found);
    };
  const area = nameIn(areas, words.noArea);
  return {
    department: nameIn(departments, words.desk),
    service: nameIn(services, words.noService),
    area: (code) => {
      const district = areas.find(
        (row) => row.code === code && row.kind === 'commune',
      )?.districtCode;
      return district == null ? area(code) : `${area(code)}, ${area(district)}`;
    },
  };
}

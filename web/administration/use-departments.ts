import { useQuery } from '@tanstack/react-query';
import type { Department } from '../parts/directory.ts';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import type { ListCalls } from './list-publishing.tsx';
import type { HeldList } from './use-list-draft.ts';

export type { Department };
export type DepartmentsPreview = Schemas['DepartmentsPreviewBody'];

export const departmentsKey = ['administration', 'departments'] as const;

/** The departments that hold now, and who published them. */
export function useDepartments() {
  const api = useApi();
  return useQuery({
    queryKey: [...departmentsKey, 'current'],
    queryFn: async (): Promise<HeldList<Department>> => {
      const { departments, ...version } = await ask(api.GET('/v1/directory/departments'));
      return { ...version, rows: departments };
    },
  });
}

export function useDepartmentCalls(): ListCalls<Department, DepartmentsPreview> {
  const api = useApi();
  return {
    queryKey: departmentsKey,
    preview: (departments) =>
      ask(api.POST('/v1/directory/departments/preview', { body: { departments } })),
    publish: ({ rows: departments, reason, header }) => {
      const asked = { params: { header }, body: { departments, reason } };
      return ask(api.POST('/v1/directory/departments', asked));
    },
  };
}

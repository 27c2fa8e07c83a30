import { useQuery } from '@tanstack/react-query';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';

export type Template = Schemas['TemplateBody'];
export const templatesKey = ['templates'] as const;

/** Templates change a few times a week: whoever writes answers all day asks now and then. */
const FRESH_MS = 10 * 60_000;

/** All that the reader may answer with or look after, retired ones too, by name. */
export function useTemplates() {
  const api = useApi();
  return useQuery({
    queryKey: templatesKey,
    staleTime: FRESH_MS,
    queryFn: () => ask(api.GET('/v1/directory/templates')),
    select: templatesOf,
  });
}

const templatesOf = ({ templates }: Schemas['TemplatesBody']): readonly Template[] => templates;

import { useQuery } from '@tanstack/react-query';
import type { Service } from '../parts/directory.ts';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import type { ListCalls } from './list-publishing.tsx';
import type { HeldList } from './use-list-draft.ts';

export type { Service };
export type ServicesPreview = Schemas['ServicesPreviewBody'];

export const servicesKey = ['administration', 'services'] as const;

/** The services that hold now, and who published them. */
export function useServices() {
  const api = useApi();
  return useQuery({
    queryKey: [...servicesKey, 'current'],
    queryFn: async (): Promise<HeldList<Service>> => {
      const { services, number, published } = await ask(api.GET('/v1/directory/services'));
      return { number, published, rows: services };
    },
  });
}

export function useServiceCalls(): ListCalls<Service, ServicesPreview> {
  const api = useApi();
  return {
    queryKey: servicesKey,
    preview: (services) => ask(api.POST('/v1/directory/services/preview', { body: { services } })),
    publish: ({ rows: services, reason, header }) => {
      const asked = { params: { header }, body: { services, reason } };
      return ask(api.POST('/v1/directory/services', asked));
    },
  };
}

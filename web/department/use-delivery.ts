import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';

export type Delivery = Schemas['DeliveryBody'];
const deliveryKey = ['department', 'delivery'] as const;

/** How the department has chosen to be told. */
export function useDelivery() {
  const api = useApi();
  return useQuery({
    queryKey: deliveryKey,
    queryFn: () => ask(api.GET('/v1/department/delivery')),
    // What a person is changing is not exchanged under their hands.
    refetchOnWindowFocus: false,
  });
}

type Choice = { readonly mode: 'inbox' } | { readonly mode: 'webhook'; readonly url: string };

/** A department's first webhook brings the secret that signs it, this once. */
export function useSaveDelivery(showSecret: (secret: string) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Choice) => ask(api.PUT('/v1/department/delivery', { body })),
    onSuccess: ({ delivery, secret }) => {
      if (secret !== null) showSecret(secret);
      queries.setQueryData(deliveryKey, delivery);
    },
  });
}

import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Loaded } from '../parts/loaded.tsx';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { DeliveryForm } from './delivery-form.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { deliveryWords } from './delivery-words.ts';
import { RotateSecret } from './rotate-secret.tsx';
import { SecretOnce } from './secret-once.tsx';
import { type Delivery, useDelivery } from './use-delivery.ts';

/** How the department's own system is told of its cases; its lead decides. */
export function DeliveryPage() {
  const words = useWords(deliveryWords);
  const chosen = useDelivery();
  const [secret, setSecret] = useState<string>();
  return (
    <Stack p="md" maw={860} gap="lg">
      <div>
        <Title order={1} size="h3">
          {words.title}
        </Title>
        <Text c="dimmed">{words.intro}</Text>
      </div>
      {secret !== undefined && <SecretOnce secret={secret} done={() => setSecret(undefined)} />}
      <Loaded query={chosen} skeleton={<Skeleton h={220} aria-busy="true" />}>
        {(delivery) => (
          <>
            <DeliveryForm delivery={delivery} showSecret={setSecret} />
            <ChosenBy delivery={delivery} />
            {delivery.mode === 'webhook' && <RotateSecret showSecret={setSecret} />}
            <DeliveryLog maySend={delivery.mode === 'webhook'} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function ChosenBy({ delivery: { updatedAt, updatedBy } }: { readonly delivery: Delivery }) {
  const words = useWords(deliveryWords);
  if (updatedAt === null) return <Text c="dimmed">{words.neverChosen}</Text>;
  return (
    <Text c="dimmed">
      {words.chosenBy(updatedBy ?? '')} <Moment at={updatedAt} />
    </Text>
  );
}

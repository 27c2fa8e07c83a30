import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Dialog } from '../parts/dialog.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';
import { deliveryWords } from './delivery-words.ts';

/** A new secret for the department's webhooks; the old one goes on beside it for a day. */
export function RotateSecret({ showSecret }: { readonly showSecret: (secret: string) => void }) {
  const words = useWords(deliveryWords);
  const common = useWords(commonWords);
  const api = useApi();
  const [isOpen, { open, close }] = useDisclosure();
  const rotating = useMutation({
    mutationFn: () => ask(api.POST('/v1/department/delivery/rotate-secret')),
    onSuccess: ({ secret }) => {
      showSecret(secret);
      close();
    },
  });
  return (
    <section aria-labelledby="secret">
      <Title order={2} size="h5" id="secret">
        {words.secret}
      </Title>
      <Text mb="xs">{words.secretHint}</Text>
      <Button variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={open}>
        {words.rotate}
      </Button>
      <Dialog isOpen={isOpen} close={close} title={words.rotateTitle}>
        <Stack>
          <Text>{words.rotateBody}</Text>
          {rotating.error !== null && <ErrorNote error={rotating.error} />}
          <Group>
            <Button loading={rotating.isPending} onClick={() => rotating.mutate()}>
              {words.rotate}
            </Button>
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </section>
  );
}

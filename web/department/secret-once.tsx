import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useWords } from '../words/language.tsx';
import { deliveryWords } from './delivery-words.ts';

interface SecretOnceProps {
  readonly secret: string;
  readonly done: () => void;
}

/** The only time that a secret can be read. It is nowhere but here, and gone with the page. */
export function SecretOnce({ secret, done }: SecretOnceProps) {
  const words = useWords(deliveryWords);
  return (
    <Alert role="alert" color="ink" variant="outline" title={words.onceTitle}>
      <Stack gap="xs" align="flex-start">
        <Text>{words.onceBody}</Text>
        <Code fz="md" style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>
          {secret}
        </Code>
        <Group gap="xs">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={
                  copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                }
                onClick={copy}
              >
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={done}>
            {words.kept}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

import { Group, Kbd, Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useKnownCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import { appWords } from './words.ts';

interface ShortcutDialogProps {
  readonly isOpen: boolean;
  readonly close: () => void;
}

export function ShortcutDialog({ isOpen, close }: ShortcutDialogProps) {
  const words = useWords(appWords);
  const commands = useKnownCommands().filter(({ keys }) => keys !== undefined);
  return (
    <Dialog isOpen={isOpen} close={close} title={words.shortcuts}>
      <Stack gap="xs">
        {commands.map(({ id, label, keys = '' }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text>{label}</Text>
            <span>
              {keys.split('+').map((key) => (
                <Fragment key={key}>
                  <Kbd>{key}</Kbd>{' '}
                </Fragment>
              ))}
            </span>
          </Group>
        ))}
      </Stack>
    </Dialog>
  );
}

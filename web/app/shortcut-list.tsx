import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Fragment } from 'react';
import { useCommands, useKnownCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import { appWords } from './words.ts';

/** `?` shows what every key does here. */
export function ShortcutList() {
  const words = useWords(appWords);
  const [isOpen, { open, close }] = useDisclosure();
  useCommands([{ id: 'app.shortcuts', label: words.showShortcuts, keys: '?', run: open }]);
  const commands = useKnownCommands().filter(({ keys }) => keys !== undefined);
  return (
    <Modal opened={isOpen} onClose={close} title={words.shortcuts}>
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
    </Modal>
  );
}

import { useDisclosure } from '@mantine/hooks';
import { lazy } from 'react';
import { OnceOpened } from '../parts/once-opened.tsx';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import { appWords } from './words.ts';

const ShortcutDialog = lazy(() =>
  import('./shortcut-dialog.tsx').then(({ ShortcutDialog }) => ({ default: ShortcutDialog })),
);

/** `?` shows what every key does here. */
export function ShortcutList() {
  const words = useWords(appWords);
  const [isOpen, { open, close }] = useDisclosure();
  useCommands([{ id: 'app.shortcuts', label: words.showShortcuts, keys: '?', run: open }]);
  return (
    <OnceOpened isOpen={isOpen}>
      <ShortcutDialog isOpen={isOpen} close={close} />
    </OnceOpened>
  );
}

import { lazy } from 'react';
import { OnceOpened } from '../parts/once-opened.tsx';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import { appWords } from './words.ts';

const CommandList = lazy(() =>
  import('./command-list.tsx').then(({ CommandList }) => ({ default: CommandList })),
);

interface CommandBarProps {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

/** Ctrl+K: every place and everything that can be done here, by name. */
export function CommandBar({ isOpen, open, close }: CommandBarProps) {
  const words = useWords(appWords);
  useCommands([{ id: 'app.command-bar', label: words.commandBar, keys: 'Ctrl+K', run: open }]);
  return (
    <OnceOpened isOpen={isOpen}>
      <CommandList isOpen={isOpen} close={close} />
    </OnceOpened>
  );
}

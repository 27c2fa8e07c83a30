import { lazy, Suspense, useState } from 'react';
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

/** Ctrl+K: every place and everything that can be done here, by name. Loaded when it is first asked for. */
export function CommandBar({ isOpen, open, close }: CommandBarProps) {
  const words = useWords(appWords);
  const [wasOpened, setWasOpened] = useState(false);
  useCommands([{ id: 'app.command-bar', label: words.commandBar, keys: 'Ctrl+K', run: open }]);
  if (isOpen && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense>
      <CommandList isOpen={isOpen} close={close} />
    </Suspense>
  );
}

import '@mantine/spotlight/styles.css';
import { Kbd } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useKnownCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import { usePlaces } from './navigation.ts';
import { appWords } from './words.ts';

const [store, bar] = createSpotlight();

interface CommandListProps {
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** The places and commands of the moment, filtered as the person types. */
export function CommandList({ isOpen, close }: CommandListProps) {
  const words = useWords(appWords);
  const actions = useActions();
  useEffect(() => {
    if (isOpen) bar.open();
    else bar.close();
  }, [isOpen]);
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={actions}
      nothingFound={words.commandsNotFound}
      onSpotlightClose={close}
      highlightQuery
      searchProps={{
        'aria-label': words.commandBar,
        placeholder: words.commandBar,
        leftSection: <IconSearch size={18} aria-hidden />,
      }}
    />
  );
}

function useActions() {
  const words = useWords(appWords);
  const navigate = useNavigate();
  const places = usePlaces().map(({ path, title, icon: Icon }) => ({
    id: path,
    label: words.goTo(title),
    leftSection: <Icon size={18} aria-hidden />,
    onClick: () => void navigate({ to: path }),
  }));
  const commands = useKnownCommands()
    .filter(({ id, disabled }) => id !== 'app.command-bar' && disabled !== true)
    .map(({ id, label, keys, run }) => ({
      id,
      label,
      rightSection: keys === undefined ? null : <Kbd>{keys}</Kbd>,
      onClick: run,
    }));
  return [...commands, ...places];
}

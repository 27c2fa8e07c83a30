import '@mantine/spotlight/styles.css';
import { Kbd } from '@mantine/core';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconFileText, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { foldVietnamese } from '../../shared/domain/text/fold.ts';
import { useKnownCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import { useAllPlaces } from './navigation.ts';
import { useFoundCases } from './use-found-cases.ts';
import { appWords } from './words.ts';

const [store, bar] = createSpotlight();

interface CommandListProps {
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** The places and commands of the moment, by name, and cases by what a caller has at hand. */
export function CommandList({ isOpen, close }: CommandListProps) {
  const words = useWords(appWords);
  const [query, setQuery] = useState('');
  const actions = useActions();
  const cases = useCaseActions(query);
  useEffect(() => {
    if (isOpen) bar.open();
    else bar.close();
  }, [isOpen]);
  return (
    <Spotlight
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      actions={[...cases, ...actions.filter(({ label = '' }) => isNamed(label, query))]}
      // What was found by its number has another name.
      filter={(_, all) => all}
      nothingFound={words.commandsNotFound}
      onSpotlightClose={close}
      scrollable
      attributes={{ content: { 'aria-label': words.commandBar } }}
      searchProps={{
        'aria-label': words.commandBar,
        placeholder: words.findHint,
        leftSection: <IconSearch size={18} aria-hidden />,
      }}
    />
  );
}

/** Without marks too: whoever types fast leaves them out. */
function isNamed(label: string, query: string): boolean {
  const text = foldVietnamese(label);
  return foldVietnamese(query)
    .split(' ')
    .every((word) => text.includes(word));
}

function useActions(): readonly SpotlightActionData[] {
  const words = useWords(appWords);
  const navigate = useNavigate();
  const places = useAllPlaces().map(({ path, title, icon: Icon }) => ({
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

function useCaseActions(query: string): readonly SpotlightActionData[] {
  const navigate = useNavigate();
  return useFoundCases(query).map(({ caseId, label, description }) => ({
    id: caseId,
    label,
    description,
    leftSection: <IconFileText size={18} aria-hidden />,
    onClick: () => void navigate({ to: '/cases/$caseId', params: { caseId } }),
  }));
}

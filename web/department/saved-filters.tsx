import { Button, Group, NativeSelect } from '@mantine/core';
import { defaultParseSearch, defaultStringifySearch, useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { ErrorNote } from '../parts/error-note.tsx';
import { LimitedInput } from '../parts/limited-input.tsx';
import { type SavedFilter, useChangePreferences, usePreferences } from '../platform/preferences.ts';
import { useWords } from '../words/language.tsx';
import { type InboxSearch, readInboxSearch } from './inbox-search.ts';
import { departmentWords } from './words.ts';

const VIEW = 'inbox';
const NAME_MAX = 60;

/** The list and the filters, without the case that happens to be open. */
const queryOf = ({ open: _, ...search }: InboxSearch): string => defaultStringifySearch(search);

/** Filters under a name of the reader's own, on whatever machine they work. */
export function SavedFilters({ search }: { readonly search: InboxSearch }) {
  const words = useWords(departmentWords);
  const { data } = usePreferences();
  const changing = useChangePreferences();
  const navigate = useNavigate({ from: '/department' });
  const saved = (data?.savedFilters ?? []).filter(({ view }) => view === VIEW);
  const query = queryOf(search);
  const current = saved.find((one) => one.query === query);
  const set = (change: (filters: readonly SavedFilter[]) => SavedFilter[]): void =>
    changing.mutate((known) => ({ ...known, savedFilters: change(known.savedFilters) }));
  const isSame = (one: SavedFilter, name: string): boolean =>
    one.view === VIEW && one.name === name;
  const choose = (name: string): void => {
    const chosen = saved.find((one) => one.name === name);
    if (chosen !== undefined)
      void navigate({ search: readInboxSearch(defaultParseSearch(chosen.query)) });
  };
  return (
    <Group gap="xs" align="end" mt="xs">
      <NativeSelect
        label={words.savedFilters}
        data={[{ value: '', label: words.noSavedFilter }, ...saved.map(({ name }) => name)]}
        value={current?.name ?? ''}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      {current === undefined ? (
        <SaveForm
          save={(name) =>
            set((all) => [...all.filter((one) => !isSame(one, name)), { name, view: VIEW, query }])
          }
        />
      ) : (
        <Button
          variant="default"
          onClick={() => set((all) => all.filter((one) => !isSame(one, current.name)))}
        >
          {words.forgetFilter(current.name)}
        </Button>
      )}
      {changing.error !== null && <ErrorNote error={changing.error} />}
    </Group>
  );
}

function SaveForm({ save }: { readonly save: (name: string) => void }) {
  const words = useWords(departmentWords);
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save(name.trim());
    setName('');
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="end">
        <LimitedInput
          label={words.filterName}
          maxLength={NAME_MAX}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ''}>
          {words.saveFilter}
        </Button>
      </Group>
    </form>
  );
}

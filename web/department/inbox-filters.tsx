import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { AreaChoice, ServiceChoice } from '../parts/choice-fields.tsx';
import { LimitedInput } from '../parts/limited-input.tsx';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import classes from './department.module.css';
import { countFilters, type InboxFilters, type InboxSearch, WORDS_LIMIT } from './inbox-search.ts';
import { SavedFilters } from './saved-filters.tsx';
import { departmentWords } from './words.ts';

/** A pause in typing after which the list is asked for. */
const PAUSE_MS = 300;

/** Narrows the list down; all of it is in the address. */
export function InboxFilterBar() {
  const words = useWords(departmentWords);
  const search = useSearch({ from: '/staff/department' });
  const count = countFilters(search);
  const [isOpen, { toggle }] = useDisclosure(count > 0);
  const narrow = useNarrow();
  return (
    <div className={classes['filters']}>
      <Group gap="xs" wrap="nowrap">
        <WordsField search={search} narrow={narrow} />
        <Button
          variant="default"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls="inbox-filters"
          onClick={toggle}
          className={classes['filterButton'] ?? ''}
        >
          {words.filters(count)}
        </Button>
      </Group>
      <div id="inbox-filters" hidden={!isOpen}>
        {isOpen && (
          <>
            <FilterFields search={search} narrow={narrow} />
            <SavedFilters search={search} />
          </>
        )}
      </div>
    </div>
  );
}

interface FieldProps {
  readonly search: InboxSearch;
  readonly narrow: (change: {
    readonly [F in keyof InboxFilters]?: InboxFilters[F] | null;
  }) => void;
}

/** Changes some of the filters; null takes one away. */
function useNarrow(): FieldProps['narrow'] {
  const navigate = useNavigate({ from: '/department' });
  return (change) =>
    void navigate({
      replace: true,
      search: (before) => {
        const entries = Object.entries({ ...before, ...change });
        return Object.fromEntries(entries.filter(([, value]) => value !== null));
      },
    });
}

function WordsField({ search, narrow }: FieldProps) {
  const words = useWords(departmentWords);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(search.words ?? '');
  const [sent, setSent] = useState(search.words);
  const [seen, setSeen] = useState(search.words);
  if (seen !== search.words) {
    setSeen(search.words);
    // The address has changed, and not by what is typed here: filters were cleared, or it is the way back.
    if (sent !== search.words) {
      setSent(search.words);
      setText(search.words ?? '');
    }
  }
  const find = useDebouncedCallback((sought: string) => {
    setSent(sought === '' ? undefined : sought);
    narrow({ words: sought === '' ? null : sought });
  }, PAUSE_MS);
  useCommands([
    { id: 'inbox.find', label: words.find, keys: '/', run: () => field.current?.focus() },
  ]);
  return (
    <LimitedInput
      ref={field}
      type="search"
      aria-label={words.words}
      placeholder={words.words}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={WORDS_LIMIT}
      value={text}
      className={classes['words'] ?? ''}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        find(currentTarget.value.trim());
      }}
    />
  );
}

function FilterFields({ search, narrow }: FieldProps) {
  const words = useWords(departmentWords);
  const roles = [
    { value: '', label: words.anyRole },
    { value: 'lead', label: words.lead },
    { value: 'supporting', label: words.supporting },
  ];
  return (
    <div className={classes['filterFields']}>
      <ServiceChoice
        label={words.service}
        value={search.service ?? null}
        choose={(service) => narrow({ service })}
      />
      <AreaChoice
        label={words.area}
        value={search.area ?? null}
        choose={(area) => narrow({ area })}
      />
      <NativeSelect
        label={words.role}
        data={roles}
        value={search.as ?? ''}
        onChange={({ currentTarget: { value } }) =>
          narrow({ as: value === 'lead' || value === 'supporting' ? value : null })
        }
      />
      <Checkbox
        label={words.urgentOnly}
        checked={search.urgent === true}
        onChange={({ currentTarget }) => narrow({ urgent: currentTarget.checked ? true : null })}
      />
      <Button
        variant="subtle"
        color="ink"
        disabled={countFilters(search) === 0}
        onClick={() => narrow({ service: null, area: null, as: null, urgent: null, words: null })}
      >
        {words.clearFilters}
      </Button>
    </div>
  );
}

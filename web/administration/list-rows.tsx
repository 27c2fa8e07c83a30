import { Anchor, Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue } from 'react';
import { foldVietnamese } from '../../shared/domain/text/fold.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { PUBLISHING } from './list-publishing.tsx';
import { listWords } from './list-words.ts';
import type { ListDraft } from './use-list-draft.ts';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly active?: boolean;
}

interface ListRowsProps<R extends Row> {
  readonly label: string;
  readonly rows: readonly R[];
  /** What is sought, and how another word is: it stands in the address. */
  readonly sought: string;
  readonly seek: (words: string) => void;
  /** What is said of a row that takes nothing new any more. */
  readonly closed: string;
  readonly show: (row: R) => ReactNode;
  /** Without it the list is to be read only. */
  readonly editing?: {
    readonly draft: Pick<ListDraft<R>, 'isChanged' | 'markOf' | 'undo'>;
    readonly edit: (row: R | 'new') => void;
    readonly add: string;
  };
}

/** Rows of a list with what is done to each; found by code and names, with or without marks. */
export function ListRows<R extends Row>(props: ListRowsProps<R>) {
  const words = useWords(listWords);
  const { rows, label, editing } = props;
  const sought = foldVietnamese(useDeferredValue(props.sought)).split(' ');
  const found = rows.filter(({ code, name, nameEn }) => {
    const text = foldVietnamese(`${code} ${name} ${nameEn}`);
    return sought.every((word) => text.includes(word));
  });
  return (
    <>
      <Group gap="xs">
        <TextInput
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={props.sought}
          onChange={({ currentTarget }) => props.seek(currentTarget.value)}
          style={{ flex: '1 1 200px', maxWidth: 360 }}
        />
        {editing !== undefined && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => editing.edit('new')}
          >
            {editing.add}
          </Button>
        )}
        {editing?.draft.isChanged === true && (
          <Anchor href={`#${PUBLISHING}`} className={classes['toPublishing'] ?? ''}>
            {words.toPublishing}
          </Anchor>
        )}
      </Group>
      {found.length === 0 && <EmptyState title={words.nothing} />}
      <ul className={classes['rules']} aria-label={label}>
        {found.map((row) => (
          <ListRow key={row.code} {...props} row={row} />
        ))}
      </ul>
    </>
  );
}

function ListRow<R extends Row>({
  row,
  closed,
  show,
  editing,
}: ListRowsProps<R> & { readonly row: R }) {
  const words = useWords(listWords);
  const named = useNamed();
  const mark = editing?.draft.markOf(row.code) ?? null;
  return (
    <li>
      <div className={classes['rule']}>
        <RowName row={row}>
          {row.active === false && (
            <Badge variant="default" tt="none">
              {closed}
            </Badge>
          )}
          {mark !== null && (
            <Badge variant="outline" color="ink" tt="none">
              {mark === 'new' ? words.new : words.changedRow}
            </Badge>
          )}
        </RowName>
        {show(row)}
      </div>
      {editing !== undefined && (
        <Group gap={4} wrap="nowrap">
          {mark !== null && (
            <Button
              variant="subtle"
              color="ink"
              size="compact-md"
              aria-label={words.undoRow(named(row))}
              onClick={() => editing.draft.undo(row.code)}
            >
              {words.undo}
            </Button>
          )}
          <Button
            variant="default"
            size="compact-md"
            aria-label={words.editRow(named(row))}
            onClick={() => editing.edit(row)}
          >
            {words.edit}
          </Button>
        </Group>
      )}
    </li>
  );
}

interface RowNameProps {
  readonly row: Row;
  readonly children?: ReactNode;
}

/** Its name in the reader's language, with the code and the other name behind. */
export function RowName({ row, children }: RowNameProps) {
  const named = useNamed();
  const shown = named(row);
  return (
    <>
      <Group gap={6}>
        <Text fw={500}>
          {shown}{' '}
          <Text span size="xs" c="dimmed">
            {row.code}
          </Text>
        </Text>
        {children}
      </Group>
      <Text size="sm" c="dimmed">
        {shown === row.name ? row.nameEn : row.name}
      </Text>
    </>
  );
}

import { Table, Text } from '@mantine/core';
import { Moment } from '../parts/moment.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import { BacklogLink } from './backlog-link.tsx';
import { BACKLOG_COLUMNS, type BacklogColumn, type BacklogRow } from './backlog-rows.ts';
import type { BacklogSearch } from './backlog-search.ts';
import { backlogWords } from './backlog-words.ts';
import classes from './figures.module.css';
import { ScrolledTable } from './scrolled-table.tsx';
import { SortHead } from './sort-head.tsx';
import { type Backlog, BACKLOG_AGES, isAge, useAgeName } from './use-backlog.ts';
import { useFigureFormat } from './use-figure-format.ts';

interface BacklogTableProps {
  readonly backlog: Backlog;
  readonly rows: readonly BacklogRow[];
  readonly sorting: { readonly column: BacklogColumn; readonly up: boolean };
  readonly sort: (search: BacklogSearch) => void;
}

/** Every department that has something open, by age; each number opens its cases. */
export function BacklogTable({ backlog, rows, sorting, sort }: BacklogTableProps) {
  const words = useWords(backlogWords);
  const named = useNamed();
  const label = useColumnLabel();
  return (
    <ScrolledTable label={words.region}>
      <Table.Thead>
        <Table.Tr>
          {BACKLOG_COLUMNS.map((column) => (
            <SortHead
              key={column}
              label={label(column)}
              isName={column === 'name'}
              sorted={sorting.column === column ? (sorting.up ? 'up' : 'down') : undefined}
              sort={(way) => sort({ sort: column, ...(way === 'up' && { up: true }) })}
            />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Line key={row.value} line={row} name={named(row)} />
        ))}
        <Line line={backlog.total} name={words.total} />
      </Table.Tbody>
    </ScrolledTable>
  );
}

export function useColumnLabel(): (column: BacklogColumn) => string {
  const words = useWords(backlogWords);
  const ageName = useAgeName();
  return (column) => {
    if (isAge(column)) return ageName(column);
    return { name: words.department, open: words.open, oldest: words.oldest, pace: words.pace }[
      column
    ];
  };
}

function Line({ line, name }: { readonly line: Backlog['total']; readonly name: string }) {
  const words = useWords(backlogWords);
  const { number } = useFigureFormat();
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['stuck']}>
        {name}
      </Table.Th>
      <Table.Td ta="right">
        <BacklogLink line={line} where={name} />
      </Table.Td>
      {BACKLOG_AGES.map((age) => (
        <Table.Td key={age} ta="right">
          <BacklogLink line={line} age={age} where={name} />
        </Table.Td>
      ))}
      <Table.Td ta="right" className={classes['code']}>
        {line.oldest && <Oldest oldest={line.oldest} />}
      </Table.Td>
      <Table.Td ta="right" miw={160}>
        {line.pace.days === null ? words.noPace : words.lasts(number(Math.round(line.pace.days)))}
      </Table.Td>
    </Table.Tr>
  );
}

/** For how long it has been open, and since when. */
export function Oldest({
  oldest: { workingDays, receivedAt },
}: {
  readonly oldest: NonNullable<Backlog['total']['oldest']>;
}) {
  const words = useWords(backlogWords);
  const { number } = useFigureFormat();
  return (
    <>
      {words.days(number(workingDays))}
      <Text size="xs" c="dimmed">
        <Moment at={receivedAt} />
      </Text>
    </>
  );
}

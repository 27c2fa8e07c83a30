import { Table, Text } from '@mantine/core';
import { MIN_RANKING_SAMPLE } from '../../shared/domain/satisfaction.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { CrossCellText } from './cross-cell.tsx';
import { type Cross, isShareKey } from './cross-figures.ts';
import { columnSort, type CrossRow, type ShownCross, sortedRows } from './cross-rows.ts';
import { crossWords, dimensionNames } from './cross-words.ts';
import classes from './figures.module.css';
import { ScrolledTable } from './scrolled-table.tsx';
import { SortHead } from './sort-head.tsx';
import { useChosenCross } from './use-cross.ts';
import { useFigureFormat } from './use-figure-format.ts';

interface CrossTableProps {
  readonly cross: Cross;
  readonly shown: ShownCross;
  readonly name: string;
}

/** Rows that can be sorted by each column; each number opens its cases. */
export function CrossTable({ cross, shown, name }: CrossTableProps) {
  const words = useWords(crossWords);
  const named = useNamed();
  const { sorting } = useChosenCross();
  return (
    <>
      <ScrolledTable label={words.region(name)}>
        <Table.Thead>
          <Table.Tr>
            <Head by="order" label={named(dimensionNames[cross.rowsBy])} />
            {shown.columns.map((column) => (
              <Head key={column.value} by={columnSort(column)} label={named(column)} />
            ))}
            <Head by="total" label={words.total} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sortedRows(shown, sorting).map((row) => (
            <Line key={row.line.value} row={row} columns={shown.columns} />
          ))}
          <Totals total={cross.total} columns={shown.columns} />
        </Table.Tbody>
      </ScrolledTable>
      <Notes cross={cross} />
    </>
  );
}

function Head({ by, label }: { readonly by: string; readonly label: string }) {
  const { sorting, set } = useChosenCross();
  return (
    <SortHead
      label={label}
      isName={by === 'order'}
      sorted={sorting.by === by ? (sorting.up ? 'up' : 'down') : undefined}
      sort={(way) => set({ sort: by, up: way === 'up' ? true : undefined })}
    />
  );
}

interface LineProps extends Pick<ShownCross, 'columns'> {
  readonly row: CrossRow;
}

function Line({ row: { line, cells }, columns }: LineProps) {
  const named = useNamed();
  const name = named(line);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['stuck']}>
        {name}
      </Table.Th>
      {columns.map((column, index) => (
        <CrossCellText key={column.value} cell={cells[index]} where={`${name}, ${named(column)}`} />
      ))}
      <CrossCellText cell={line} where={name} />
    </Table.Tr>
  );
}

function Totals({ total, columns }: Pick<Cross, 'total'> & Pick<ShownCross, 'columns'>) {
  const words = useWords(crossWords);
  const named = useNamed();
  return (
    <Table.Tr fw={600}>
      <Table.Th scope="row" className={classes['stuck']}>
        {words.total}
      </Table.Th>
      {columns.map((column) => (
        <CrossCellText key={column.value} cell={column} where={named(column)} />
      ))}
      <CrossCellText cell={total} where={words.total} />
    </Table.Tr>
  );
}

function Notes({ cross: { rowsBy, columnsBy } }: Pick<CrossTableProps, 'cross'>) {
  const words = useWords(crossWords);
  const { number } = useFigureFormat();
  const { figure } = useChosenCross().sorting;
  const notes = [
    ...([rowsBy, columnsBy].includes('supporting') ? [words.several] : []),
    ...(isShareKey(figure) ? [words.small(number(MIN_RANKING_SAMPLE))] : []),
  ];
  return notes.map((note) => (
    <Text key={note} size="sm" c="dimmed" mt={6}>
      {note}
    </Text>
  ));
}

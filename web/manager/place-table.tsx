import { Table } from '@mantine/core';
import { useNamed, useWords } from '../words/language.tsx';
import { FigureLink } from './figure-link.tsx';
import type { HeadlineRow } from './figures.ts';
import { ScrolledTable } from './scrolled-table.tsx';
import { sectionWords } from './section-words.ts';
import { useFigureFormat } from './use-figure-format.ts';

const COLUMNS = ['received', 'forwarded', 'satisfactory'] as const;

/** Places by what was received there, most first. */
export function PlaceTable({ rows }: { readonly rows: readonly HeadlineRow[] }) {
  const words = useWords(sectionWords);
  const named = useNamed();
  const { name, rate } = useFigureFormat();
  if (rows.length === 0) return null;
  return (
    <ScrolledTable label={words.place}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.place}</Table.Th>
          {COLUMNS.map((figure) => (
            <Table.Th key={figure} ta="right">
              {name(figure)}
            </Table.Th>
          ))}
          <Table.Th ta="right">{words.rateColumn}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows
          .toSorted((a, b) => b.counts.received - a.counts.received)
          .map((row) => (
            <Table.Tr key={row.value}>
              <Table.Th scope="row">{named(row)}</Table.Th>
              {COLUMNS.map((figure) => (
                <Table.Td key={figure} ta="right">
                  <FigureLink
                    link={row.cases}
                    figure={figure}
                    count={row.counts[figure]}
                    where={named(row)}
                  />
                </Table.Td>
              ))}
              <Table.Td ta="right">{rate(row.satisfaction.ofForwarded.rate)}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </ScrolledTable>
  );
}

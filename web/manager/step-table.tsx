import { Table } from '@mantine/core';
import { useNamed, useWords } from '../words/language.tsx';
import { FigureLink } from './figure-link.tsx';
import type { Series } from './figures.ts';
import { stepLabel } from './period-label.ts';
import { ScrolledTable } from './scrolled-table.tsx';
import { shownRows } from './shown-rows.ts';
import { figuresWords } from './words.ts';

/** What the chart draws, number by number, each open. */
export function StepTable({ series }: { readonly series: Series }) {
  const words = useWords(figuresWords);
  const named = useNamed();
  const rows = shownRows(series);
  return (
    <ScrolledTable label={words.overTime}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.when}</Table.Th>
          {rows.map((row) => (
            <Table.Th key={row.value} ta="right">
              {named(row)}
            </Table.Th>
          ))}
          <Table.Th ta="right">{words.all}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {series.steps.map((days, index) => {
          const when = stepLabel(days, series.step);
          return (
            <Table.Tr key={days.from}>
              <Table.Th scope="row">{when}</Table.Th>
              {[...rows, { ...series.total, value: 'all', name: words.all, nameEn: words.all }].map(
                (row) => (
                  <Table.Td key={row.value} ta="right">
                    <FigureLink
                      link={row.cases}
                      figure="received"
                      count={row.counts.received[index] ?? 0}
                      where={`${named(row)}, ${when}`}
                      days={days}
                    />
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </ScrolledTable>
  );
}

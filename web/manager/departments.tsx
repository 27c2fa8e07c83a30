import { Table, Text } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import { departmentRows, type DepartmentSources, sorted } from './department-rows.ts';
import { DepartmentLine } from './department-line.tsx';
import { DEPARTMENT_COLUMNS, type DepartmentColumn } from './figures-search.ts';
import { ScrolledTable } from './scrolled-table.tsx';
import { Section } from './section.tsx';
import { sectionWords } from './section-words.ts';
import { SortHead } from './sort-head.tsx';
import { useChosen } from './use-chosen.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** Every department beside each other; what is too small to compare says so and stands last. */
export function Departments(sources: DepartmentSources) {
  const words = useWords(sectionWords);
  const { number } = useFigureFormat();
  const { sort } = useChosen();
  const rows = departmentRows(sources);
  const all = rows.filter(({ value }) => value !== null);
  const busy = all.filter(({ headline }) => headline.counts.forwarded > 0);
  const { minimumRankingSample } = sources.headline;
  return (
    <Section
      id="departments"
      title={words.departmentsTitle(number(busy.length), number(all.length))}
    >
      <ScrolledTable label={words.tableRegion}>
        <Table.Thead>
          <Table.Tr>
            {DEPARTMENT_COLUMNS.map((column) => (
              <ColumnHead key={column} column={column} />
            ))}
            <Table.Th title={words.weeksNote}>{words.weeks}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted(rows, sort).map((row) => (
            <DepartmentLine key={row.value} row={row} least={minimumRankingSample} />
          ))}
        </Table.Tbody>
      </ScrolledTable>
      <Text size="sm" c="dimmed" mt={6}>
        {words.smallSampleNote(number(minimumRankingSample))} {words.weeksNote}.
      </Text>
    </Section>
  );
}

function ColumnHead({ column }: { readonly column: DepartmentColumn }) {
  const label = useColumnLabel(column);
  const { sort, set } = useChosen();
  return (
    <SortHead
      label={label}
      isName={column === 'name'}
      sorted={sort.column === column ? (sort.up ? 'up' : 'down') : undefined}
      sort={(way) => set({ sort: column, up: way === 'up' ? true : undefined })}
    />
  );
}

function useColumnLabel(column: DepartmentColumn): string {
  const words = useWords(sectionWords);
  const { name } = useFigureFormat();
  const labels: Readonly<Record<DepartmentColumn, string>> = {
    name: words.department,
    forwarded: name('forwarded'),
    satisfactory: name('satisfactory'),
    rate: words.rateColumn,
    onTime: words.onTime,
    openOverdue: words.overdue,
    refused: words.refused,
  };
  return labels[column];
}

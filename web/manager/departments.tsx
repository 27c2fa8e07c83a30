import { Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useWords } from '../words/language.tsx';
import { departmentRows, type DepartmentSources, sorted } from './department-rows.ts';
import { DepartmentLine } from './department-line.tsx';
import classes from './figures.module.css';
import { DEPARTMENT_COLUMNS, type DepartmentColumn } from './figures-search.ts';
import { ScrolledTable } from './scrolled-table.tsx';
import { Section } from './section.tsx';
import { sectionWords } from './section-words.ts';
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
              <SortHead key={column} column={column} />
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

/** A head that sorts: largest first, and the other way round at the second click. */
function SortHead({ column }: { readonly column: DepartmentColumn }) {
  const words = useWords(sectionWords);
  const label = useColumnLabel(column);
  const { sort, set } = useChosen();
  const isSorted = sort.column === column;
  const next = isSorted ? !sort.up : column === 'name';
  const Icon = sort.up ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th
      ta={column === 'name' ? 'left' : 'right'}
      aria-sort={isSorted ? (sort.up ? 'ascending' : 'descending') : undefined}
      className={column === 'name' ? classes['stuck'] : undefined}
    >
      <UnstyledButton
        className={classes['sort']}
        title={words.sortBy(label)}
        onClick={() => set({ sort: column, up: next ? true : undefined })}
      >
        {label} {isSorted && <Icon size={14} aria-hidden />}
      </UnstyledButton>
    </Table.Th>
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

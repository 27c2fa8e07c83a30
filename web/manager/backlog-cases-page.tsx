import { Anchor, Table, Title } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { statusNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { Moment } from '../parts/moment.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import type { BacklogCasesSearch } from './backlog-search.ts';
import { backlogWords } from './backlog-words.ts';
import { casesWords } from './cases-words.ts';
import { ExportMenu } from './export-menu.tsx';
import classes from './figures.module.css';
import { ListedCases } from './listed-cases.tsx';
import { ScrolledTable } from './scrolled-table.tsx';
import { type BacklogCases, isAge, useAgeName, useBacklogCases } from './use-backlog.ts';
import { useBacklogCasesSheet } from './use-backlog-cases-sheet.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** The cases that a number of the backlog counts, oldest first, and whether they add up to it. */
export function BacklogCasesPage() {
  const words = useWords(backlogWords);
  const search = useSearch({ from: '/staff/figures/backlog/cases' });
  const heading = useHeading(search);
  const cases = useBacklogCases(search);
  const rows = cases.data?.pages.flatMap((page) => page.cases);
  const sheet = useBacklogCasesSheet(rows, heading);
  const isWhole = sheet !== undefined && !cases.hasNextPage;
  return (
    <article className={classes['page']}>
      <header className={classes['head']}>
        <div>
          <Anchor component={Link} to="/figures/backlog" className="screen-only">
            {words.back}
          </Anchor>
          <Title order={1} size="h3">
            {heading}
          </Title>
        </div>
        <ExportMenu sheets={isWhole ? [sheet] : undefined} name="1022-backlog" />
      </header>
      <ListedCases list={cases} rows={rows} count={search.count}>
        {(all) => <CasesTable rows={all} />}
      </ListedCases>
    </article>
  );
}

/** `Vụ việc tồn đọng · UBND thành phố Thuận An · Trên 20 ngày làm việc` */
function useHeading({ department, age }: BacklogCasesSearch): string {
  const { casesOf } = useWords(backlogWords);
  const names = useDirectoryNames();
  const ageName = useAgeName();
  return [
    casesOf,
    ...(department === undefined ? [] : [names.department(department === '-' ? null : department)]),
    ...(isAge(age) ? [ageName(age)] : []),
  ].join(' · ');
}

function CasesTable({ rows }: { readonly rows: readonly BacklogCases[number][] }) {
  const words = useWords(casesWords);
  const { casesList, workingDays } = useWords(backlogWords);
  return (
    <ScrolledTable label={casesList}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.code}</Table.Th>
          <Table.Th>{words.summary}</Table.Th>
          <Table.Th>{words.status}</Table.Th>
          <Table.Th>{words.lead}</Table.Th>
          <Table.Th>{words.receivedAt}</Table.Th>
          <Table.Th ta="right">{workingDays}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <CaseLine key={row.caseId} row={row} />
        ))}
      </Table.Tbody>
    </ScrolledTable>
  );
}

function CaseLine({ row }: { readonly row: BacklogCases[number] }) {
  const { number } = useFigureFormat();
  const named = useNamed();
  const names = useDirectoryNames();
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['code']}>
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.trackingCode}
        </Link>
      </Table.Th>
      <Table.Td miw={220}>{row.summary}</Table.Td>
      <Table.Td className={classes['code']}>{named(statusNames[row.status])}</Table.Td>
      <Table.Td miw={140}>{names.department(row.lead)}</Table.Td>
      <Table.Td className={classes['code']}>
        <Moment at={row.receivedAt} />
      </Table.Td>
      <Table.Td ta="right">{number(row.workingDays)}</Table.Td>
    </Table.Tr>
  );
}

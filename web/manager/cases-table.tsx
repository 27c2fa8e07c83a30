import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { channelNames, statusNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { useFormat } from '../parts/format.ts';
import { Moment } from '../parts/moment.tsx';
import { useLanguage, useNamed, useWords } from '../words/language.tsx';
import { casesWords } from './cases-words.ts';
import type { FigureCases } from './figures.ts';
import classes from './figures.module.css';
import { dayLabel } from './period-label.ts';
import { ScrolledTable } from './scrolled-table.tsx';

type Row = FigureCases['cases'][number];

/** One line a case, in order of receipt. */
export function CasesTable({ rows }: { readonly rows: readonly Row[] }) {
  const words = useWords(casesWords);
  return (
    <ScrolledTable label={words.casesList}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.code}</Table.Th>
          <Table.Th>{words.summary}</Table.Th>
          <Table.Th>{words.status}</Table.Th>
          <Table.Th>{words.lead}</Table.Th>
          <Table.Th>{words.place}</Table.Th>
          <Table.Th>{words.channel}</Table.Th>
          <Table.Th>{words.receivedAt}</Table.Th>
          <Table.Th>{words.countedOn}</Table.Th>
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

function CaseLine({ row }: { readonly row: Row }) {
  const words = useWords(casesWords);
  const { number } = useFormat();
  const named = useNamed();
  const names = useDirectoryNames();
  const { language } = useLanguage();
  const service = names.service(row.serviceCode);
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['code']}>
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.trackingCode}
        </Link>
      </Table.Th>
      <Table.Td miw={220}>
        {row.summary ?? service}
        {row.summary !== null && (
          <Text size="xs" c="dimmed">
            {service}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes['code']}>{named(statusNames[row.status])}</Table.Td>
      <Table.Td miw={140}>{names.department(row.lead)}</Table.Td>
      <Table.Td miw={140}>{names.area(row.areaCode)}</Table.Td>
      <Table.Td>{named(channelNames[row.channel])}</Table.Td>
      <Table.Td className={classes['code']}>
        <Moment at={row.receivedAt} />
      </Table.Td>
      <Table.Td>
        {dayLabel(row.countedOn, language)}
        {row.times > 1 && ` · ${words.times(number(row.times))}`}
      </Table.Td>
    </Table.Tr>
  );
}

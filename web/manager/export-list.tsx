import { Button, Progress, ScrollArea, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useFormat } from '../parts/format.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { exportsWords } from './exports-words.ts';
import { type CaseExport, useDownload } from './use-exports.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** What was asked for, how far it is, and the file once it is whole. */
export function ExportList({ exports }: { readonly exports: readonly CaseExport[] }) {
  const words = useWords(exportsWords);
  const download = useDownload();
  if (exports.length === 0) return <EmptyState title={words.none} />;
  return (
    <>
      {download.error !== null && <ErrorNote error={download.error} />}
      <ScrollArea type="auto" viewportProps={{ tabIndex: 0 }}>
        <Table miw={720} verticalSpacing="xs" aria-label={words.mine}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.asked}</Table.Th>
              <Table.Th>{words.period}</Table.Th>
              <Table.Th>{words.format}</Table.Th>
              <Table.Th>{words.state}</Table.Th>
              <Table.Th>{words.file}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {exports.map((one) => (
              <ExportRow key={one.exportId} one={one} fetch={() => download.mutate(one.exportId)} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </>
  );
}

interface ExportRowProps {
  readonly one: CaseExport;
  readonly fetch: () => void;
}

const MEGABYTE = 1_000_000;

function ExportRow({ one, fetch }: ExportRowProps) {
  const words = useWords(exportsWords);
  const format = useFigureFormat();
  const { number } = useFormat();
  const { question, requestedAt, status, rows, bytes } = one;
  const period = format.period(question);
  const size = `${number(Math.ceil((bytes * 10) / MEGABYTE) / 10)} MB`;
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Moment at={requestedAt} />
      </Table.Td>
      <Table.Td>{[period, question.within['department']].filter(Boolean).join(' · ')}</Table.Td>
      <Table.Td>{question.format.toUpperCase()}</Table.Td>
      <Table.Td>
        <State one={one} />
      </Table.Td>
      <Table.Td>
        {status === 'done' && (
          <>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={fetch}
            >
              {words.download(`${question.format.toUpperCase()}, ${period}`)}
            </Button>
            <Text size="sm" c="dimmed">
              {words.rows(number(rows), size)}
            </Text>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function State({ one: { status, looked, total } }: { readonly one: CaseExport }) {
  const words = useWords(exportsWords);
  const { number } = useFormat();
  if (status !== 'running') return words[status];
  const share = total === 0 ? 0 : Math.min(100, Math.round((100 * looked) / total));
  return (
    <>
      {words.running}
      <Progress value={share} aria-label={words.running} />
      <Text size="sm" c="dimmed">
        {words.progress(number(looked), number(total))}
      </Text>
    </>
  );
}

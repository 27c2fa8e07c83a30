import { Button, Checkbox, ScrollArea, Table, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { AttemptResult } from './attempt-result.tsx';
import { deliveryLogWords } from './delivery-log-words.ts';
import { type Attempt, useDeliveryLog, useResend } from './use-delivery-log.ts';

/** What became of each webhook; one that got lost is sent again from here. */
export function DeliveryLog({ maySend }: { readonly maySend: boolean }) {
  const words = useWords(deliveryLogWords);
  const { outcome } = useSearch({ from: '/staff/department/delivery' });
  const log = useDeliveryLog(outcome);
  const resending = useResend();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = log;
  return (
    <section aria-labelledby="delivery-log">
      <Title order={2} size="h5" id="delivery-log">
        {words.title}
      </Title>
      <Text c="dimmed">{words.hint}</Text>
      <FailedOnly isOn={outcome !== undefined} />
      <div role="status">{resending.isSuccess && words.isQueued}</div>
      {resending.error !== null && <ErrorNote error={resending.error} />}
      <Loaded query={log}>
        {(attempts) =>
          attempts.length === 0 ? (
            <NothingHere isFiltered={outcome !== undefined} isWhole={!hasNextPage} />
          ) : (
            <AttemptTable
              attempts={attempts}
              {...(maySend && { resend: (attempt: Attempt) => resending.mutate(attempt) })}
            />
          )
        }
      </Loaded>
      {hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </section>
  );
}

function FailedOnly({ isOn }: { readonly isOn: boolean }) {
  const words = useWords(deliveryLogWords);
  const navigate = useNavigate({ from: '/department/delivery' });
  return (
    <Checkbox
      my="xs"
      label={words.failedOnly}
      checked={isOn}
      onChange={({ currentTarget: { checked } }) =>
        void navigate({ search: checked ? { outcome: 'failed' } : {}, replace: true })
      }
    />
  );
}

interface NothingHereProps {
  readonly isFiltered: boolean;
  readonly isWhole: boolean;
}

function NothingHere({ isFiltered, isWhole }: NothingHereProps) {
  const words = useWords(deliveryLogWords);
  if (!isFiltered) return <EmptyState title={words.empty}>{words.emptyNext}</EmptyState>;
  return <EmptyState title={isWhole ? words.noFailures : words.noFailuresYet} />;
}

interface AttemptTableProps {
  readonly attempts: readonly Attempt[];
  readonly resend?: (attempt: Attempt) => void;
}

function AttemptTable({ attempts, resend }: AttemptTableProps) {
  const words = useWords(deliveryLogWords);
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0 }}>
      <Table miw={680} verticalSpacing="xs" aria-label={words.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.at}</Table.Th>
            <Table.Th>{words.event}</Table.Th>
            <Table.Th>{words.result}</Table.Th>
            {resend !== undefined && (
              <Table.Th>
                <span className="visually-hidden">{words.again}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {attempts.map((attempt) => (
            <AttemptRow
              key={attempt.attemptId}
              attempt={attempt}
              {...(resend !== undefined && { resend })}
            />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

interface AttemptRowProps {
  readonly attempt: Attempt;
  readonly resend?: (attempt: Attempt) => void;
}

function AttemptRow({ attempt, resend }: AttemptRowProps) {
  const words = useWords(deliveryLogWords);
  const { caseId, trackingCode, type, at, url } = attempt;
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Moment at={at} />
      </Table.Td>
      <Table.Th scope="row" fw={500}>
        {words[type]}
        <Text size="sm">
          {trackingCode === null ? (
            words.noCode
          ) : (
            <Link to="/cases/$caseId" params={{ caseId }}>
              {trackingCode}
            </Link>
          )}
        </Text>
      </Table.Th>
      <Table.Td title={url}>
        <AttemptResult attempt={attempt} />
      </Table.Td>
      {resend !== undefined && (
        <Table.Td ta="right">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconRefresh size={16} aria-hidden />}
            aria-label={words.sendAgainOf(words[type], trackingCode ?? words.noCode)}
            onClick={() => resend(attempt)}
          >
            {words.sendAgain}
          </Button>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

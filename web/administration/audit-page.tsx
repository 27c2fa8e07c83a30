import { Button, NativeSelect, Text, Title } from '@mantine/core';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AUDIT_KINDS, type AuditKind } from '../../shared/domain/audit-kinds.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { AuditLine } from './audit-line.tsx';
import type { AuditEntry } from './audit-differences.ts';
import { auditKindNames, auditWords } from './audit-words.ts';

type Page = Schemas['AuditBody'];

/** Who changed what in the administration, before and after. */
export function AuditPage() {
  const words = useWords(auditWords);
  const kinds = useWords(auditKindNames);
  const { kind } = useSearch({ from: '/staff/administration/audit' });
  const navigate = useNavigate({ from: '/administration/audit' });
  const audit = useAudit(kind);
  return (
    <div className={classes['page']}>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed">{words.intro}</Text>
      <NativeSelect
        my="md"
        maw={320}
        label={words.kind}
        value={kind ?? ''}
        data={[
          { value: '', label: words.all },
          ...AUDIT_KINDS.map((value) => ({ value, label: kinds[value] })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const chosen = AUDIT_KINDS.find((one) => one === value);
          void navigate({ search: chosen === undefined ? {} : { kind: chosen } });
        }}
      />
      <Loaded query={audit}>{(entries) => <AuditList entries={entries} />}</Loaded>
      {audit.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </div>
  );
}

function AuditList({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const words = useWords(auditWords);
  if (entries.length === 0) return <EmptyState title={words.none} />;
  return (
    <ol className={classes['rules']} aria-label={words.title}>
      {entries.map((entry) => (
        <AuditLine key={`${entry.kind}/${entry.at}/${entry.of}`} entry={entry} />
      ))}
    </ol>
  );
}

function useAudit(kind: AuditKind | undefined) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['administration', 'audit', kind],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(kind && { kind }), ...(pageParam !== null && { before: pageParam }) };
      return ask(api.GET('/v1/directory/audit', { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next,
    select: entriesOf,
  });
}

const entriesOf = ({ pages }: InfiniteData<Page, string | null>): readonly AuditEntry[] =>
  pages.flatMap(({ entries }) => entries);

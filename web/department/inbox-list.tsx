import { Checkbox, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { InboxList as ListName } from '../../shared/domain/inbox.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ListSkeleton } from '../parts/list-skeleton.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/language.tsx';
import classes from './department.module.css';
import { InboxRows } from './inbox-rows.tsx';
import { countFilters } from './inbox-search.ts';
import type { Accepting } from './use-accept.ts';
import type { useInboxRows } from './use-inbox.ts';
import type { Selection } from './use-selection.ts';
import { departmentWords } from './words.ts';

interface InboxListProps {
  readonly rows: ReturnType<typeof useInboxRows>;
  readonly selection: Selection;
  readonly accepting: Accepting;
}

/** One list: its rows, or why there are none. */
export function InboxList({ rows: query, selection, accepting }: InboxListProps) {
  const { hasNextPage, isFetchingNextPage } = query;
  const more = (): void => void query.fetchNextPage();
  return (
    <div className={classes['list']} data-plain={selection.selectable === 0}>
      <Loaded query={query} skeleton={<ListSkeleton rows={8} />}>
        {(rows) =>
          rows.length === 0 && !hasNextPage ? (
            <NothingHere />
          ) : (
            <>
              <Columns selection={selection} />
              <InboxRows
                rows={rows}
                selection={selection}
                accepting={accepting}
                isLoading={isFetchingNextPage}
                more={hasNextPage && !isFetchingNextPage ? more : undefined}
              />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

/** Over the rows where they stand in columns; each row says by itself what it holds. */
function Columns({ selection }: { readonly selection: Selection }) {
  const words = useWords(departmentWords);
  return (
    <div className={classes['columns']}>
      {selection.selectable > 0 && (
        <Checkbox
          aria-label={words.selectShown}
          label={words.selectShown}
          classNames={{ labelWrapper: classes['allLabel'] ?? '' }}
          checked={selection.isAll}
          indeterminate={selection.rows.length > 0 && !selection.isAll}
          onChange={selection.toggleAll}
        />
      )}
      <div className={classes['columnNames']} aria-hidden>
        <span>{words.columnDue}</span>
        <span>{words.columnCode}</span>
        <span>{words.columnSummary}</span>
        <span>{words.columnPlace}</span>
        <span>{words.columnService}</span>
        <span>{words.columnState}</span>
      </div>
    </div>
  );
}

const empty = {
  new: ['emptyNew', 'emptyNewNext'],
  in_work: ['emptyInWork', 'emptyInWorkNext'],
  waiting: ['emptyWaiting'],
  at_risk: ['emptyAtRisk'],
  late: ['emptyLate'],
  answered: ['emptyAnswered'],
} as const satisfies Record<ListName, readonly [string, string?]>;

function NothingHere() {
  const words = useWords(departmentWords);
  const search = useSearch({ from: '/staff/department' });
  if (countFilters(search) > 0)
    return <EmptyState title={words.emptyFiltered}>{words.emptyFilteredNext}</EmptyState>;
  const [title, next] = empty[search.list ?? 'new'];
  return (
    <EmptyState title={words[title]}>
      {next !== undefined && <Text span>{words[next]}</Text>}
    </EmptyState>
  );
}

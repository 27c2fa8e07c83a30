import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWords } from '../words/language.tsx';
import { AcceptResults } from './accept-results.tsx';
import { BulkBar } from './bulk-bar.tsx';
import classes from './department.module.css';
import { InboxFilterBar } from './inbox-filters.tsx';
import { InboxList } from './inbox-list.tsx';
import { InboxTabs } from './inbox-tabs.tsx';
import { OpenedCase } from './opened-case.tsx';
import { useAccept } from './use-accept.ts';
import { useInboxCounts, useInboxRows, useRowsFollow } from './use-inbox.ts';
import { useSelection } from './use-selection.ts';
import { departmentWords } from './words.ts';

/** What a department owes, by when; the case at hand beside it. */
export function InboxPage() {
  const words = useWords(departmentWords);
  const navigate = useNavigate({ from: '/department' });
  const search = useSearch({ from: '/staff/department' });
  const { data: counts } = useInboxCounts();
  useRowsFollow(counts);
  const rows = useInboxRows(search);
  const accepting = useAccept();
  const selection = useSelection(rows.data);
  const accept = (): void => {
    accepting.accept(selection.rows);
    selection.clear();
  };
  return (
    <div className={classes['page']} data-open={search.open !== undefined}>
      <h1 className="visually-hidden">{words.inbox}</h1>
      <section aria-label={words.inbox} className={classes['inbox']}>
        <InboxTabs counts={counts}>
          <InboxFilterBar />
          <AcceptResults accepting={accepting} />
          <InboxList rows={rows} selection={selection} accepting={accepting} />
          <BulkBar selection={selection} accept={accept} />
        </InboxTabs>
      </section>
      {search.open !== undefined && (
        <OpenedCase
          caseId={search.open}
          close={() => void navigate({ search: ({ open: _, ...rest }) => rest })}
        />
      )}
    </div>
  );
}

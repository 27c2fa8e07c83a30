import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { ListSkeleton } from '../parts/list-skeleton.tsx';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import classes from './desk.module.css';
import { DESK_LISTS, type DeskList } from './desk-search.ts';
import { moveFocus } from './queue-focus.ts';
import { useQueue } from './use-queue.ts';
import { deskWords } from './words.ts';

/** What draws rows comes while they are asked for: the form of a call does not wait for it. */
const rowsLoaded = import('./queue-rows.tsx');
const QueueRows = lazy(async () => ({ default: (await rowsLoaded).QueueRows }));

/** What the desk still owes, most urgent first. */
export function Queue() {
  const words = useWords(deskWords);
  const navigate = useNavigate();
  const { list = 'received' } = useSearch({ from: '/staff/desk' });
  const choose = (next: string | null): void => {
    const chosen = DESK_LISTS.find((one) => one === next);
    if (chosen !== undefined)
      void navigate({ to: '/desk', search: { list: chosen, view: 'queue' } });
  };
  useCommands([
    ...DESK_LISTS.map((one, index) => ({
      id: `desk.${one}`,
      label: `${words.queue}: ${words[one]}`,
      keys: String(index + 1),
      run: () => choose(one),
    })),
    { id: 'desk.next', label: words.nextRow, keys: 'j', run: () => moveFocus(1) },
    { id: 'desk.previous', label: words.previousRow, keys: 'k', run: () => moveFocus(-1) },
  ]);
  return (
    <section aria-label={words.queue} className={classes['queue']}>
      <Tabs value={list} onChange={choose} keepMounted={false} className={classes['lists'] ?? ''}>
        <Tabs.List aria-label={words.lists} grow>
          {DESK_LISTS.map((one) => (
            <Tabs.Tab key={one} value={one} px="xs">
              {words[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {DESK_LISTS.map((one) => (
          <Tabs.Panel key={one} value={one} className={classes['panel'] ?? ''}>
            <QueueList list={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}

function QueueList({ list }: { readonly list: DeskList }) {
  const words = useWords(deskWords);
  const queue = useQueue(list);
  const { data: rows, error, hasNextPage, isFetchingNextPage } = queue;
  const note = error !== null && <ErrorNote error={error} retry={() => void queue.refetch()} />;
  if (rows === undefined) return note === false ? <ListSkeleton /> : note;
  if (rows.length === 0)
    return note === false ? (
      <EmptyState title={words.emptyQueue}>{words.emptyQueueNext}</EmptyState>
    ) : (
      note
    );
  const more = (): void => void queue.fetchNextPage();
  return (
    <>
      {note}
      <Suspense fallback={<ListSkeleton />}>
        <QueueRows rows={rows} more={hasNextPage && !isFetchingNextPage ? more : undefined} />
      </Suspense>
    </>
  );
}

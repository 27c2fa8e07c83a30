import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import classes from './desk.module.css';
import { DESK_LISTS, type DeskList } from './desk-search.ts';
import { moveFocus } from './queue-focus.ts';
import { useQueue } from './use-queue.ts';
import { deskWords } from './words.ts';

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
  const queue = useQueue(list);
  const code = useRowsCode();
  const { hasNextPage, isFetchingNextPage } = queue;
  const more = (): void => void queue.fetchNextPage();
  return (
    <Loaded query={code}>
      {(Rows) => (
        <Loaded query={queue}>
          {(rows) =>
            rows.length === 0 ? (
              <Nothing isKnown={queue.error === null} />
            ) : (
              <Rows rows={rows} more={hasNextPage && !isFetchingNextPage ? more : undefined} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

/** Only what was read says that nothing waits. */
function Nothing({ isKnown }: { readonly isKnown: boolean }) {
  const words = useWords(deskWords);
  return isKnown && <EmptyState title={words.emptyQueue}>{words.emptyQueueNext}</EmptyState>;
}

/**
 * What draws the rows comes while they are asked for: the form of a call does not wait for it. It is there, or not, as
 * anything else that is asked for, so that rows stand on the screen as soon as they are known.
 */
const useRowsCode = () =>
  useQuery({
    queryKey: ['desk', 'rows-code'],
    queryFn: async () => (await import('./queue-rows.tsx')).QueueRows,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    networkMode: 'always',
  });

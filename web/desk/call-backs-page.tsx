import { Button, Text, VisuallyHidden } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { ListSkeleton } from '../parts/list-skeleton.tsx';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import { CallBackRows } from './call-backs-rows.tsx';
import { CallBackTalk } from './call-backs-talk.tsx';
import { callBackWords } from './call-backs-words.ts';
import classes from './call-backs.module.css';
import { type CallBack, useCallBacks, useForgetCallBack } from './use-call-backs.ts';

/** "Whom do I call next, and what do they say?" The list, and the talk with the one who is chosen. */
export function CallBacksPage() {
  const words = useWords(callBackWords);
  const list = useCallBacks();
  const { current, next, previous, choose } = useChosen(list.data ?? []);
  const forget = useForgetCallBack();
  const [done, setDone] = useState('');
  useCommands([
    { id: 'call-backs.next', label: words.next, keys: 'n', disabled: !next, run: choose(next) },
    {
      id: 'call-backs.previous',
      label: words.previous,
      keys: 'k',
      disabled: !previous,
      run: choose(previous),
    },
  ]);
  const recorded = (what: string): void => {
    if (current === undefined) return;
    setDone(words.recorded(what, current.trackingCode));
    forget(current.caseId);
    choose(next)();
  };
  return (
    <div className={classes['page']} data-chosen={current !== undefined}>
      <VisuallyHidden component="h1">{words.title}</VisuallyHidden>
      <section className={classes['list']} aria-label={words.list}>
        <CallBackList list={list} chosen={current?.caseId} />
      </section>
      <div className={classes['talk']}>
        <div role="status">{done !== '' && <Text mb="sm">{done}</Text>}</div>
        {current !== undefined && (
          <CallBackTalk
            key={current.caseId}
            callBack={current}
            recorded={recorded}
            leave={choose(undefined)}
          />
        )}
        {current === undefined && next !== undefined && <Text c="dimmed">{words.chooseFirst}</Text>}
      </div>
    </div>
  );
}

interface CallBackListProps {
  readonly list: ReturnType<typeof useCallBacks>;
  readonly chosen: string | undefined;
}

function CallBackList({ list, chosen }: CallBackListProps) {
  const words = useWords(callBackWords);
  const { data: rows, error, refetch, hasNextPage } = list;
  const note = error !== null && <ErrorNote error={error} retry={() => void refetch()} />;
  if (rows === undefined) return note === false ? <ListSkeleton /> : note;
  return (
    <>
      {note}
      <CallBackRows rows={rows} chosen={chosen} />
      {rows.length === 0 && !hasNextPage && (
        <EmptyState title={words.empty}>{words.emptyNext}</EmptyState>
      )}
      {hasNextPage && (
        <Button
          variant="default"
          m="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.more}
        </Button>
      )}
    </>
  );
}

/** Who is talked to, and who comes after and before them; after the last comes the first. */
function useChosen(rows: readonly CallBack[]) {
  const { case: chosen } = useSearch({ from: '/staff/call-backs' });
  const navigate = useNavigate();
  const place = rows.findIndex(({ caseId }) => caseId === chosen);
  const current = rows[place];
  const others = [...rows.slice(place + 1), ...rows.slice(0, Math.max(place, 0))];
  const choose = (one: CallBack | undefined) => (): void =>
    void navigate({ to: '/call-backs', search: one === undefined ? {} : { case: one.caseId } });
  return { current, next: others[0], previous: rows[place - 1], choose };
}

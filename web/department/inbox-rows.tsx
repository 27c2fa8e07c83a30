import { Loader, Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useWords } from '../words/language.tsx';
import classes from './department.module.css';
import { type DueGroup, linesOf } from './inbox-groups.ts';
import { InboxRowLine } from './inbox-row.tsx';
import type { Accepting } from './use-accept.ts';
import { useFocusKept } from './use-focus-kept.ts';
import type { InboxRow } from './use-inbox.ts';
import { useMoment } from './use-moment.ts';
import { useRowCommands } from './use-row-commands.ts';
import type { Selection } from './use-selection.ts';
import { departmentWords } from './words.ts';

/** Until a line has been measured. */
const ROW_PX = 60;
const GROUP_PX = 32;
/** Lines drawn beyond both edges, so that fast scrolling shows no gap and the next row can take the focus. */
const OVERSCAN = 8;

interface InboxRowsProps {
  readonly rows: readonly InboxRow[];
  readonly selection: Selection;
  readonly accepting: Accepting;
  /** Loads the next page; undefined where there is none, or while it comes. */
  readonly more: (() => void) | undefined;
  readonly isLoading: boolean;
}

/** As many rows as fit on the screen, of however many there are, by when they are due. */
export function InboxRows({ rows, selection, accepting, more, isLoading }: InboxRowsProps) {
  const words = useWords(departmentWords);
  const { list = 'new' } = useSearch({ from: '/staff/department' });
  const moment = useMoment();
  // Where the clock stands still, or has stopped, a deadline is not what the day is planned by.
  const grouped = list === 'waiting' || list === 'answered' ? undefined : moment;
  const lines = useMemo(() => linesOf(rows, grouped), [rows, grouped]);
  const place = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing of it is passed to a memoised component
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => place.current,
    estimateSize: (index) => (lines[index]?.kind === 'group' ? GROUP_PX : ROW_PX),
    overscan: OVERSCAN,
    getItemKey: (index) => {
      const line = lines[index];
      return line === undefined ? index : line.kind === 'group' ? line.group : line.row.caseId;
    },
  });
  const shown = virtual.getVirtualItems();
  const isAtEnd = (shown.at(-1)?.index ?? 0) >= lines.length - 1;
  useEffect(() => {
    if (isAtEnd) more?.();
  }, [isAtEnd, more]);
  useFocusKept(place, rows);
  useRowCommands({ place, rows, selection, accepting });
  return (
    <div ref={place} className={classes['scroll']}>
      <ul className={classes['rows']} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classes['line']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.kind === 'group' ? (
                <Text component="h2" className={classes['group'] ?? ''} data-group={line.group}>
                  {words[groupNames[line.group]]}
                </Text>
              ) : (
                <InboxRowLine row={line.row} index={line.index} selection={selection} />
              )}
            </li>
          );
        })}
      </ul>
      {isLoading && <Loader size="sm" m="sm" aria-label={words.moreComing} />}
    </div>
  );
}

const groupNames = {
  late: 'groupLate',
  today: 'today',
  this_week: 'this_week',
  later: 'later',
} as const satisfies Record<DueGroup, string>;

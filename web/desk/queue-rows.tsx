import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { channelNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { clockFace } from '../parts/format.ts';
import { StateMark, stateColor } from '../parts/state-mark.tsx';
import { useNow } from '../platform/use-now.ts';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './desk.module.css';
import { msLeft, type QueueRow } from './use-queue.ts';
import { deskWords } from './words.ts';

const ROW_PX = 64;
/** Rows drawn beyond both edges, so that fast scrolling shows no gap. */
const OVERSCAN = 8;
const SECOND_MS = 1_000;

interface QueueRowsProps {
  readonly rows: readonly QueueRow[];
  /** Loads the next page; undefined where there is none, or while it comes. */
  readonly more: (() => void) | undefined;
}

/** As many rows as fit on the screen, of however many there are. */
export function QueueRows({ rows, more }: QueueRowsProps) {
  const scrolled = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing of it is passed to a memoised component
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrolled.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => rows[index]?.caseId ?? index,
  });
  const shown = virtual.getVirtualItems();
  const isAtEnd = (shown.at(-1)?.index ?? 0) >= rows.length - 1;
  useEffect(() => {
    if (isAtEnd) more?.();
  }, [isAtEnd, more]);
  return (
    <div ref={scrolled} className={classes['scroll']}>
      <ul className={classes['rows']} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                className={classes['row']}
                style={{ transform: `translateY(${start}px)`, height: ROW_PX }}
                aria-posinset={index + 1}
                aria-setsize={rows.length}
              >
                <RowLink row={row} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function RowLink({ row }: { readonly row: QueueRow }) {
  const named = useNamed();
  const names = useDirectoryNames();
  const state = row.state ?? 'closed';
  const what = row.summary ?? names.service(row.serviceCode);
  return (
    <Link
      to="/cases/$caseId"
      params={{ caseId: row.caseId }}
      className={classes['link']}
      data-queue-row
    >
      <span className={classes['timer']} style={{ color: stateColor(state) }}>
        <StateMark state={state} /> <Timer row={row} />
      </span>
      <span className={classes['what']}>{what}</span>
      <span className={classes['where']}>
        {named(channelNames[row.channel])} · {names.area(row.areaCode)}
      </span>
    </Link>
  );
}

function Timer({ row }: { readonly row: QueueRow }) {
  const words = useWords(deskWords);
  const named = useNamed();
  const left = msLeft(row, useNow(SECOND_MS));
  if (left === undefined) return row.why === null ? null : named(row.why);
  const face = clockFace(left);
  return left < 0 ? words.late(face) : face;
}

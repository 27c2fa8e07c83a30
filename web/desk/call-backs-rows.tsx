import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useDirectoryNames } from '../parts/directory.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { callBackWords } from './call-backs-words.ts';
import classes from './call-backs.module.css';
import type { CallBack } from './use-call-backs.ts';

interface CallBackRowsProps {
  readonly rows: readonly CallBack[];
  readonly chosen: string | undefined;
}

export function CallBackRows({ rows, chosen }: CallBackRowsProps) {
  return (
    <ul className={classes['rows']}>
      {rows.map((row) => (
        <li key={row.caseId}>
          <RowLink row={row} isChosen={row.caseId === chosen} />
        </li>
      ))}
    </ul>
  );
}

function RowLink({ row, isChosen }: { readonly row: CallBack; readonly isChosen: boolean }) {
  const words = useWords(callBackWords);
  const names = useDirectoryNames();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isChosen) link.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <Link
      ref={link}
      to="/call-backs"
      search={{ case: row.caseId }}
      className={classes['row']}
      aria-current={isChosen}
    >
      <span className={classes['what']}>{row.summary ?? names.service(row.serviceCode)}</span>
      <span className={classes['where']}>
        {names.department(row.lead)} · <Moment at={row.answeredAt} />
        {row.attempts > 0 && ` · ${words.tries} ${words.triesOf(row.attempts, row.maxAttempts)}`}
      </span>
    </Link>
  );
}

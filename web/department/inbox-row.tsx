import { Badge, Checkbox } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { statusNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { Moment } from '../parts/moment.tsx';
import { StateMark, stateColor } from '../parts/state-mark.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './department.module.css';
import { useTimeLeft } from './time-left.ts';
import type { InboxRow } from './use-inbox.ts';
import { useHasRoomBeside } from './use-open-case.ts';
import { isAcceptable, type Selection } from './use-selection.ts';
import { departmentWords } from './words.ts';

interface InboxRowProps {
  readonly row: InboxRow;
  readonly index: number;
  readonly selection: Selection;
}

export function InboxRowLine({ row, index, selection }: InboxRowProps) {
  const words = useWords(departmentWords);
  const { caseId, trackingCode } = row;
  const { open } = useSearch({ from: '/staff/department' });
  return (
    <div className={classes['row']} data-case={caseId} data-open={open === caseId}>
      {isAcceptable(row) ? (
        <Checkbox
          className={classes['check'] ?? ''}
          aria-label={words.select(trackingCode)}
          checked={selection.has(caseId)}
          onChange={() => selection.toggle(caseId)}
        />
      ) : (
        <span />
      )}
      <CaseLink caseId={caseId} index={index} isOpen={open === caseId}>
        <Due row={row} />
        <span className={classes['code']}>{trackingCode}</span>
        <What row={row} />
      </CaseLink>
    </div>
  );
}

interface CaseLinkProps {
  readonly caseId: string;
  readonly index: number;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** Beside the list where there is room for it, else a page of its own. */
function CaseLink({ caseId, index, isOpen, children }: CaseLinkProps) {
  const isBeside = useHasRoomBeside();
  const common = { className: classes['link'], 'data-row': index, children } as const;
  return isBeside ? (
    <Link
      {...common}
      from="/department"
      to="."
      search={(before) => ({ ...before, open: caseId })}
      aria-current={isOpen ? 'true' : undefined}
    />
  ) : (
    <Link {...common} to="/cases/$caseId" params={{ caseId }} />
  );
}

function Due({ row }: { readonly row: InboxRow }) {
  const words = useWords(departmentWords);
  const named = useNamed();
  const left = useTimeLeft(row);
  const state = row.state ?? 'closed';
  return (
    <span className={classes['due']}>
      <span className={classes['left']} style={{ color: stateColor(state) }}>
        <StateMark state={state} />{' '}
        <span title={row.why === null ? undefined : named(row.why)}>
          {row.state === null ? words.judgedUntil : left}
        </span>
      </span>
      <span className={classes['exact']}>
        <Moment at={row.dueAt} />
      </span>
    </span>
  );
}

function What({ row }: { readonly row: InboxRow }) {
  const words = useWords(departmentWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const { summary, areaCode, serviceCode, status, as, priority } = row;
  return (
    <>
      <span className={classes['summary']}>
        {priority === 'urgent' && (
          <Badge component="span" tt="none" color="lacquer" size="sm" mr={6}>
            {words.urgent}
          </Badge>
        )}
        {summary ?? words.noSummary}
      </span>
      <span className={classes['place']}>{names.area(areaCode)}</span>
      <span className={classes['service']}>{names.service(serviceCode)}</span>
      <span className={classes['state']}>
        {named(statusNames[status])}
        {as === 'supporting' && ` · ${words.partOpen}`}
      </span>
    </>
  );
}

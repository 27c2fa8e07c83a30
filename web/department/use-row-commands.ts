import { useSearch } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useBeginAction } from '../case/begin-action.ts';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import type { Accepting } from './use-accept.ts';
import { focusedIndex, rowLinks } from './use-focus-kept.ts';
import type { InboxRow } from './use-inbox.ts';
import { useOpenCase } from './use-open-case.ts';
import { isAcceptable, type Selection } from './use-selection.ts';
import { departmentWords } from './words.ts';

interface RowCommands {
  readonly place: RefObject<HTMLElement | null>;
  readonly rows: readonly InboxRow[];
  readonly selection: Selection;
  readonly accepting: Accepting;
}

/** The keys of the list. While a case is open beside it, what is done to one case is done to that one. */
export function useRowCommands({ place, rows, selection, accepting }: RowCommands): void {
  const words = useWords(departmentWords);
  const { open } = useSearch({ from: '/staff/department' });
  const openCase = useOpenCase();
  const begin = useBeginAction();
  const focused = (): InboxRow | undefined => rows[focusedIndex(place.current) ?? -1];
  const move = (by: 1 | -1) => (): void => {
    const links = rowLinks(place.current);
    const at = focusedIndex(place.current);
    const current = links.findIndex((link) => Number(link.dataset['row']) === at);
    links[current === -1 ? 0 : current + by]?.focus();
  };
  const accept = (): void => {
    if (selection.rows.length > 0) {
      accepting.accept(selection.rows);
      selection.clear();
      return;
    }
    const row = focused();
    if (row !== undefined && isAcceptable(row)) accepting.accept([row]);
  };
  const giveBack = (): void => {
    const row = focused();
    if (row === undefined || row.as !== 'lead') return;
    begin(row, 'return');
    openCase(row.caseId);
  };
  const select = (): void => {
    const row = focused();
    if (row !== undefined && isAcceptable(row)) selection.toggle(row.caseId);
  };
  const isOpen = open !== undefined;
  useCommands([
    { id: 'inbox.next', label: words.nextRow, keys: 'j', run: move(1) },
    { id: 'inbox.previous', label: words.previousRow, keys: 'k', run: move(-1) },
    { id: 'inbox.select', label: words.selectRow, keys: 'x', run: select },
    {
      id: 'inbox.accept',
      label: words.acceptRow,
      keys: 'a',
      run: accept,
      disabled: isOpen && selection.rows.length === 0,
    },
    { id: 'inbox.return', label: words.returnRow, keys: 'r', run: giveBack, disabled: isOpen },
  ]);
}

import { useState } from 'react';
import type { InboxRow } from './use-inbox.ts';

export interface Selection {
  /** What is selected and still in the list. */
  readonly rows: readonly InboxRow[];
  readonly has: (caseId: string) => boolean;
  readonly toggle: (caseId: string) => void;
  /** Selects every row that was shown and can be accepted, or none where all are. */
  readonly toggleAll: () => void;
  readonly isAll: boolean;
  readonly clear: () => void;
  /** How many could be. */
  readonly selectable: number;
}

/** What can be done with several at once: accept them, which the lead does with what is new. */
export const isAcceptable = ({ status, as }: InboxRow): boolean =>
  status === 'routed' && as === 'lead';

/** Selected cases, by id: one that leaves the list is selected no more. */
export function useSelection(rows: readonly InboxRow[] = []): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const acceptable = rows.filter(isAcceptable);
  const selected = acceptable.filter(({ caseId }) => chosen.has(caseId));
  const isAll = selected.length > 0 && selected.length === acceptable.length;
  return {
    rows: selected,
    selectable: acceptable.length,
    isAll,
    has: (caseId) => chosen.has(caseId),
    toggle: (caseId) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(caseId)) after.add(caseId);
        return after;
      }),
    toggleAll: () => setChosen(new Set(isAll ? [] : acceptable.map(({ caseId }) => caseId))),
    clear: () => setChosen(new Set()),
  };
}

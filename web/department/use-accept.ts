import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, ifMatch } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { inboxKey, type InboxRow } from './use-inbox.ts';

/** What became of one case of those that were to be accepted. */
export interface Accepted {
  readonly caseId: string;
  readonly trackingCode: string;
  readonly state: 'waiting' | 'done' | 'failed';
  /** Why not. */
  readonly error?: unknown;
}

export interface Accepting {
  readonly accepted: readonly Accepted[];
  readonly isBusy: boolean;
  readonly accept: (rows: readonly InboxRow[]) => void;
  readonly forget: () => void;
}

/** Accepts cases one after the other, each in a call of its own: what one is refused does not stop the next. */
export function useAccept(): Accepting {
  const api = useApi();
  const queries = useQueryClient();
  const [accepted, setAccepted] = useState<readonly Accepted[]>([]);
  const isBusy = accepted.some(({ state }) => state === 'waiting');
  const tell = (caseId: string, outcome: Pick<Accepted, 'state' | 'error'>): void =>
    setAccepted((all) => all.map((one) => (one.caseId === caseId ? { ...one, ...outcome } : one)));
  const acceptAll = async (rows: readonly InboxRow[]): Promise<void> => {
    for (const { caseId, version } of rows) {
      const params = { path: { caseId }, header: ifMatch(version) };
      const request = ask(api.POST('/v1/department/cases/{caseId}/accept', { params, body: {} }));
      await request.then(
        () => tell(caseId, { state: 'done' }),
        (error: unknown) => tell(caseId, { state: 'failed', error }),
      );
    }
    // Refused ones too: what was shown of them was not what is.
    await queries.invalidateQueries({ queryKey: inboxKey });
  };
  return {
    accepted,
    isBusy,
    accept: (rows) => {
      if (isBusy || rows.length === 0) return;
      setAccepted(
        rows.map(({ caseId, trackingCode }) => ({ caseId, trackingCode, state: 'waiting' })),
      );
      void acceptAll(rows);
    },
    forget: () => setAccepted([]),
  };
}

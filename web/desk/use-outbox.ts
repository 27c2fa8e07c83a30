import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { ask, ifMatch } from '../platform/api.ts';
import type { Problem } from '../platform/api-problem.ts';
import { kept, useKept } from '../platform/kept.ts';
import { useMe } from '../platform/me.ts';
import { useApi } from '../platform/services.ts';
import type { Submission } from './call-plan.ts';
import { deliver, type Delivery, type Logged, type Post } from './deliver.ts';

/** How long after a try that nobody answered the next one comes. */
const RETRY_MS = 4_000;

interface Kept extends Submission {
  readonly problem: Problem | null;
}
export type Refused = Kept & { readonly problem: Problem };

export interface Sent {
  readonly logged: Logged;
  readonly submission: Submission;
}

export interface Outbox {
  readonly waiting: readonly Submission[];
  readonly refused: readonly Refused[];
  /** The last call that arrived. */
  readonly sent: Sent | undefined;
  readonly submit: (submission: Submission) => void;
  readonly remove: (key: string) => void;
  readonly dismiss: () => void;
}

const NOTHING: readonly Kept[] = [];

/** Calls that were finished and have not arrived yet: kept on this machine and sent, each once, when that is possible. */
export function useOutbox(): Outbox {
  const { subject } = useMe();
  const place = `1022-outbox:${subject}`;
  const [calls, setCalls] = useKept(place, NOTHING);
  const [sent, setSent] = useState<Sent>();
  const remove = (key: string): void => setCalls((all) => all.filter((one) => one.key !== key));
  const change = (key: string, part: Partial<Kept>): void =>
    setCalls((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const waiting = calls.filter(({ problem }) => problem === null);
  useSending(place, waiting[0]?.key, { change, remove, setSent });
  return {
    waiting,
    refused: calls.filter((one): one is Refused => one.problem !== null),
    sent,
    submit: (submission) => setCalls((all) => [...all, { ...submission, problem: null }]),
    remove,
    dismiss: () => setSent(undefined),
  };
}

interface Ways {
  readonly change: (key: string, part: Partial<Kept>) => void;
  readonly remove: (key: string) => void;
  readonly setSent: (sent: Sent) => void;
}

/** Sends the oldest call that waits, and tries again until it has arrived or was refused. */
function useSending(place: string, key: string | undefined, ways: Ways): void {
  const post = usePost();
  const queries = useQueryClient();
  const [tries, setTries] = useState(0);
  const send = useEffectEvent(async (waiting: string): Promise<Delivery['kind'] | undefined> => {
    const submission = kept(place, NOTHING).find((one) => one.key === waiting);
    if (submission === undefined) return undefined;
    const outcome = await deliver(submission, post, (logged) => ways.change(waiting, { logged }));
    if (outcome.kind === 'refused') ways.change(waiting, { problem: outcome.problem });
    if (outcome.kind === 'sent') {
      ways.setSent({ logged: outcome.logged, submission });
      ways.remove(waiting);
      void queries.invalidateQueries({ queryKey: ['desk', 'queue'] });
    }
    return outcome.kind;
  });
  useEffect(() => {
    if (key === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => setTries((count) => count + 1);
    // Another window of this browser may be sending it: one at a time, and what has gone is not there any more.
    void navigator.locks
      .request(place, () => send(key))
      .then((kind) => {
        if (kind === 'later') timer = setTimeout(again, RETRY_MS);
      });
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [place, key, tries]);
}

function usePost(): Post {
  const api = useApi();
  const [post] = useState<Post>(() => ({
    log: async ({ key, call }) => {
      const params = { header: { 'Idempotency-Key': key } };
      const { case: logged } = await ask(api.POST('/v1/desk/cases', { params, body: call }));
      return logged;
    },
    take: ({ action, body }, { caseId, version }) => {
      const params = { path: { caseId }, header: ifMatch(version) };
      return action === 'route'
        ? ask(api.POST('/v1/desk/cases/{caseId}/route', { params, body }))
        : ask(api.POST('/v1/desk/cases/{caseId}/answer', { params, body }));
    },
  }));
  return post;
}

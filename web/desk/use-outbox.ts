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

/** A finished call: on its way, refused, or arrived and not put aside yet. */
interface Kept extends Submission {
  readonly problem: Problem | null;
  readonly isSent: boolean;
}
export type Refused = Kept & { readonly problem: Problem };
export type Sent = Kept & { readonly logged: Logged };

export interface Outbox {
  readonly waiting: readonly Submission[];
  readonly refused: readonly Refused[];
  /** The last call that arrived. */
  readonly sent: Sent | undefined;
  readonly submit: (submission: Submission) => void;
  readonly remove: (key: string) => void;
}

const NOTHING: readonly Kept[] = [];

/** Calls that were finished: kept on this machine until they have arrived. `useSending` is what sends them. */
export function useOutbox(): Outbox {
  const { calls, setCalls } = useCalls();
  return {
    waiting: calls.filter(isWaiting),
    refused: calls.filter((one): one is Refused => one.problem !== null),
    sent: calls.find((one): one is Sent => one.isSent && one.logged !== null),
    submit: (submission) =>
      setCalls((all) => [...all, { ...submission, problem: null, isSent: false }]),
    remove: (key) => setCalls((all) => all.filter((one) => one.key !== key)),
  };
}

const isWaiting = ({ problem, isSent }: Kept): boolean => problem === null && !isSent;

function useCalls() {
  const { subject } = useMe();
  const place = `1022-outbox:${subject}`;
  const [calls, setCalls] = useKept(place, NOTHING);
  return { place, calls, setCalls };
}

/**
 * Sends the oldest call that waits, and tries again until it has arrived or was refused. In one place of the app, whatever
 * page is open.
 */
export function useSending(): void {
  const { place, calls } = useCalls();
  const key = calls.find(isWaiting)?.key;
  const [tries, setTries] = useState(0);
  const sendNow = useSendNow();
  const send = useEffectEvent(sendNow);
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

function useSendNow() {
  const { place, setCalls } = useCalls();
  const post = usePost();
  const queries = useQueryClient();
  const change = (key: string, part: Partial<Kept>): void =>
    setCalls((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return async (key: string): Promise<Delivery['kind'] | undefined> => {
    const submission = kept(place, NOTHING).find((one) => one.key === key && isWaiting(one));
    if (submission === undefined) return undefined;
    const outcome = await deliver(submission, post, (logged) => change(key, { logged }));
    if (outcome.kind === 'refused') change(key, { problem: outcome.problem });
    if (outcome.kind === 'sent') {
      // Of those that arrived only the last one is still of interest.
      setCalls((all) => all.filter(({ isSent }) => !isSent));
      change(key, { isSent: true });
      void queries.invalidateQueries({ queryKey: ['desk', 'queue'] });
    }
    return outcome.kind;
  };
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

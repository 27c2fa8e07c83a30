import type { HostClock } from '../../types.ts';

export interface WakeUpOptions {
  readonly clock: HostClock;
  /** When the next hidden message of the queue shows itself, epoch ms of the host's clock. */
  readonly nextVisibleAt: (queueName: string) => number | undefined;
}

/** Longest that one timer of Node can run. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Tells listeners when a message may have become receivable: something happened, or a hiding ended. */
export function wakeUps({ clock, nextVisibleAt }: WakeUpOptions) {
  const listeners = new Set<(queueName: string) => void>();
  const timers = new Map<string, NodeJS.Timeout>();
  const watch = (queueName: string) => {
    clearTimeout(timers.get(queueName));
    timers.delete(queueName);
    const at = nextVisibleAt(queueName);
    if (at === undefined) return;
    const waitMs = Math.min(Math.max(at - clock.now(), 0), LONGEST_TIMER_MS);
    timers.set(queueName, setTimeout(announce, waitMs, queueName).unref());
  };
  const announce = (queueName: string) => {
    for (const listener of listeners) listener(queueName);
    watch(queueName);
  };
  return {
    announce,
    watch,
    onActivity: (listener: (queueName: string) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => {
      listeners.clear();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

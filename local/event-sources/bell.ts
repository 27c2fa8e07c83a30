/** Wakes whoever waits for something to happen. A ring is never missed: waiting names the last one that was heard. */
export interface Bell {
  /** Number of the latest ring. */
  readonly count: () => number;
  /** Gives the number of this ring. */
  readonly ring: () => number;
  /** Resolves at the first ring after the one given, or when the time is over. */
  readonly after: (heard: number, ms: number) => Promise<void>;
}

export function bell(): Bell {
  let rings = 0;
  const waiting = new Set<() => void>();
  return {
    count: () => rings,
    ring: () => {
      rings += 1;
      for (const wake of waiting) wake();
      return rings;
    },
    after: (heard, ms) => {
      if (rings > heard) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
      });
    },
  };
}

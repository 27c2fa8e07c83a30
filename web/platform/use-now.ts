import { useCallback, useSyncExternalStore } from 'react';
import { now } from './system.ts';

const floor = (stepMs: number): number => Math.floor(now() / stepMs) * stepMs;

/** The time of this machine, to the step; draws again with each. Take it as low in the tree as it is shown. */
export function useNow(stepMs: number): number {
  const subscribe = useCallback(
    (draw: () => void) => {
      const timer = setInterval(draw, stepMs);
      return () => clearInterval(timer);
    },
    [stepMs],
  );
  return useSyncExternalStore(subscribe, () => floor(stepMs));
}

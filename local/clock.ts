import type { HostClock } from './types.ts';

/** A clock that shows real time until it is moved. */
export function createClock(): HostClock {
  const offset = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  const shared = new BigInt64Array(offset);
  const listeners = new Set<() => void>();
  const now = () => Date.now() + Number(Atomics.load(shared, 0));
  const shift = (ms: number) => {
    Atomics.store(shared, 0, BigInt(Math.round(ms)));
    for (const listener of listeners) listener();
  };
  return {
    offset,
    now,
    set: (at) => shift(at - Date.now()),
    advance: (ms) => shift(Number(Atomics.load(shared, 0)) + ms),
    reset: () => shift(0),
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import type { Running } from '../types.ts';

/** Parts that were started, to be stopped in the opposite order. */
export interface Started extends Running {
  add<T extends Running>(part: T): T;
}

export function createStarted(): Started {
  const parts: Running[] = [];
  return {
    add: (part) => {
      parts.push(part);
      return part;
    },
    close: async () => {
      for (let part = parts.pop(); part !== undefined; part = parts.pop()) await part.close();
    },
  };
}

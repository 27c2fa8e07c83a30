import * as z from 'zod';

/** Which complete sets of counters there are: one in use, one that it replaced, and perhaps one being built. */
export const Generations = z.strictObject({
  inUse: z.int().min(1),
  /** Kept until the next rebuild: a request that began before the switch may still be reading it. */
  previous: z.int().min(1).nullable(),
  building: z.int().min(1).nullable(),
  /** Highest number ever given, so that none comes back with what an earlier rebuild left in it. */
  last: z.int().min(1),
});
export type Generations = z.infer<typeof Generations>;

export const FIRST_GENERATIONS: Generations = { inUse: 1, previous: null, building: null, last: 1 };

export const withNewGeneration = (current: Generations): Generations => ({
  ...current,
  building: current.last + 1,
  last: current.last + 1,
});

export const withSwitch = (current: Generations, to: number): Generations => ({
  ...current,
  inUse: to,
  previous: current.inUse,
  building: null,
});

/** Where changes are counted; the one in use comes first. */
export const countedGenerations = ({ inUse, building }: Generations): readonly number[] =>
  building === null ? [inUse] : [inUse, building];

export const isKept = ({ inUse, previous, building }: Generations, number: number): boolean =>
  number === inUse || number === previous || number === building;

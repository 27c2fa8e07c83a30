import type { Kind } from './kind.ts';
import { computeKinds } from './kinds-compute.ts';
import { dataKinds } from './kinds-data.ts';
import { edgeKinds } from './kinds-edge.ts';

/** Every type that something may refer to on this machine. */
export const kinds: Readonly<Record<string, Kind>> = {
  ...dataKinds,
  ...computeKinds,
  ...edgeKinds,
};

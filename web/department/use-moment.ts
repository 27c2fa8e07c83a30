import { useMemo } from 'react';
import { localOf } from '../parts/zone.ts';
import { useServices } from '../platform/services.ts';
import { useNow } from '../platform/use-now.ts';
import type { Moment } from './inbox-groups.ts';

const MINUTE_MS = 60_000;
const DAY_LENGTH = '2026-11-28'.length;

/** The minute that it is, and which day it is in the province. */
export function useMoment(): Moment {
  const { timeZone } = useServices().config;
  const at = useNow(MINUTE_MS);
  return useMemo(
    () => ({ at, today: localOf(new Date(at).toISOString(), timeZone).slice(0, DAY_LENGTH) }),
    [at, timeZone],
  );
}

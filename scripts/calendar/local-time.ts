import * as z from 'zod';
import type { CalendarData } from '../../shared/domain/business-calendar-data.ts';
import { offsetOf } from '../../shared/domain/business-calendar-zone.ts';
import { localTimeIn } from '../../shared/domain/local-time.ts';

const MINUTE_MS = 60_000;
const HALF_DAY_MS = 12 * 60 * MINUTE_MS;
const DateTime = z.iso.datetime({ local: true, offset: true });

/** The clock on a jurisdiction's wall. */
export interface WallClock {
  /** An instant from text with `Z` or an offset, or without one in the jurisdiction's time; undefined for any other text. */
  read(text: string): Date | undefined;
  /** `2026-02-13T17:00:00+07:00`, with milliseconds when there are any. */
  show(at: Date): string;
}

export function wallClockOf(zone: Pick<CalendarData, 'timeZone' | 'utcOffset'>): WallClock {
  const offsetAt = offsetOf(zone);
  return {
    read: (text) => {
      const iso = text.replace(' ', 'T');
      if (!DateTime.safeParse(iso).success) return undefined;
      return /(Z|[+-]\d{2}:\d{2})$/.test(iso) ? new Date(iso) : instantOf(iso, offsetAt);
    },
    show: localTimeIn(zone),
  };
}

/** Of a time that the clocks repeat the first one; undefined for one that they skip. */
function instantOf(iso: string, offsetAt: (at: number) => number): Date | undefined {
  const localMs = Date.parse(`${iso}Z`);
  const offsets = [offsetAt(localMs - HALF_DAY_MS), offsetAt(localMs + HALF_DAY_MS)];
  const at = offsets
    .map((offsetMs) => localMs - offsetMs)
    .sort((a, b) => a - b)
    .find((instant) => instant + offsetAt(instant) === localMs);
  return at === undefined ? undefined : new Date(at);
}

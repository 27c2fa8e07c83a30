import type { CalendarData } from './business-calendar-data.ts';
import { offsetOf } from './business-calendar-zone.ts';

const MINUTE_MS = 60_000;

/** Writes instants as a clock on the jurisdiction's wall shows them: `2026-02-13T17:00:00+07:00`, with milliseconds when there are any. */
export function localTimeIn(
  zone: Pick<CalendarData, 'timeZone' | 'utcOffset'>,
): (at: Date) => string {
  const offsetAt = offsetOf(zone);
  return (at) => {
    const offsetMs = offsetAt(at.getTime());
    const local = new Date(at.getTime() + offsetMs).toISOString().slice(0, -1);
    return local.replace(/\.000$/, '') + offsetText(offsetMs);
  };
}

/** What a clock on the jurisdiction's wall showed, to the second: `2026-02-13 17:00:00`. */
export function wallClockIn(
  zone: Pick<CalendarData, 'timeZone' | 'utcOffset'>,
): (instant: string) => string {
  const offsetAt = offsetOf(zone);
  return (instant) => {
    const at = Date.parse(instant);
    return new Date(at + offsetAt(at)).toISOString().slice(0, 19).replace('T', ' ');
  };
}

function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / MINUTE_MS;
  const parts = [Math.floor(minutes / 60), Math.floor(minutes % 60)];
  return (offsetMs < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}

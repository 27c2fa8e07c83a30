import { useFormat } from '../parts/format.ts';
import { useWords } from '../words/language.tsx';
import type { InboxRow } from './use-inbox.ts';
import { departmentWords } from './words.ts';

const MINUTE_MS = 60_000;
const MINUTES = 60;
/** From a working day on, minutes are of no use to anybody. */
const WHOLE_HOURS_FROM = 8;

/** `còn 2 giờ 10 phút làm việc`; undefined when no clock runs, or the calendar does not reach. */
export function useTimeLeft({ leftMs, unit, state }: InboxRow): string | undefined {
  const words = useWords(departmentWords);
  const format = useFormat();
  if (leftMs === null) return undefined;
  const { hours, minutes } = wholeTime(leftMs);
  const time = hours === 0 ? words.minutes(minutes) : words.hours(format.number(hours), minutes);
  const counted = unit === 'hours' ? time : words.working(time);
  if (state === 'paused') return words.stands(counted);
  return leftMs < 0 ? words.over(counted) : words.left(counted);
}

/** Rounded down, as people read a clock. */
export function wholeTime(ms: number): { readonly hours: number; readonly minutes: number } {
  const all = Math.floor(Math.abs(ms) / MINUTE_MS);
  const hours = Math.floor(all / MINUTES);
  return { hours, minutes: hours < WHOLE_HOURS_FROM ? all % MINUTES : 0 };
}

import type { CalendarData } from './business-calendar-data.ts';
import { type CalendarProblem, problem } from './business-calendar-problem.ts';

/** A stretch of time [from, until) in epoch ms through which the zone keeps one offset from UTC. */
export interface OffsetSegment {
  readonly from: number;
  readonly until: number;
  readonly offsetMs: number;
}

interface Span {
  readonly from: number;
  readonly until: number;
}

/** Offsets change at most once a week in every zone there is; the nearest pairs (Ramadan in Morocco) are a month apart. */
const SAMPLE_MS = 7 * 86_400_000;

/**
 * Loading the zone data costs about 20 ms in a new process, which a zone without daylight saving can spare its
 * functions by stating its offset; `timeZoneProblems` holds that statement against the zone data at build time.
 */
export const offsetSegments = (
  { timeZone, utcOffset }: Pick<CalendarData, 'timeZone' | 'utcOffset'>,
  span: Span,
): readonly OffsetSegment[] =>
  utcOffset === undefined
    ? segmentsOfZone(timeZone, span)
    : [{ ...span, offsetMs: parseOffset(utcOffset) }];

/** Reads the zone's offset from UTC in ms at any instant, within the covered years or not. */
export const offsetOf = ({
  timeZone,
  utcOffset,
}: Pick<CalendarData, 'timeZone' | 'utcOffset'>): ((at: number) => number) => {
  if (utcOffset === undefined) return offsetReader(timeZone);
  const offsetMs = parseOffset(utcOffset);
  return () => offsetMs;
};

/** What is wrong with the calendar's zone. Reads the zone data, so it belongs to the build, not to a function's start. */
export function timeZoneProblems(data: CalendarData): readonly CalendarProblem[] {
  const { timeZone, utcOffset, coveredYears } = data;
  if (!isTimeZone(timeZone)) {
    return [
      problem('TIME_ZONE_UNKNOWN', 'timeZone', {
        en: `${timeZone} is not a known time zone`,
        vi: `không có múi giờ ${timeZone}`,
      }),
    ];
  }
  if (utcOffset === undefined) return [];
  const span = {
    from: Date.UTC(Math.min(...coveredYears), 0, 0),
    until: Date.UTC(Math.max(...coveredYears) + 1, 0, 2),
  };
  const keepsOffset = segmentsOfZone(timeZone, span).every(
    ({ offsetMs }) => offsetMs === parseOffset(utcOffset),
  );
  return keepsOffset
    ? []
    : [
        problem('OFFSET_NOT_KEPT', 'utcOffset', {
          en: `${timeZone} does not keep ${utcOffset} in all covered years; leave it out`,
          vi: `${timeZone} không giữ ${utcOffset} trong mọi năm của lịch; hãy bỏ mục này`,
        }),
      ];
}

function segmentsOfZone(timeZone: string, { from, until }: Span): readonly OffsetSegment[] {
  const offsetAt = offsetReader(timeZone);
  const segments: OffsetSegment[] = [];
  let segmentFrom = from;
  for (let sample = from; sample < until; sample += SAMPLE_MS) {
    const next = Math.min(sample + SAMPLE_MS, until);
    const offsetMs = offsetAt(sample);
    if (offsetAt(next) !== offsetMs) {
      const changeAt = firstWith((at) => offsetAt(at) !== offsetMs, { from: sample, until: next });
      segments.push({ from: segmentFrom, until: changeAt, offsetMs });
      segmentFrom = changeAt;
    }
  }
  return [...segments, { from: segmentFrom, until, offsetMs: offsetAt(until) }];
}

/** Bisects to the first ms of the span at which the test holds, given that it does at its end. */
function firstWith(test: (at: number) => boolean, span: Span): number {
  let { from, until } = span;
  while (until - from > 1) {
    const middle = Math.floor((from + until) / 2);
    if (test(middle)) until = middle;
    else from = middle;
  }
  return until;
}

function offsetReader(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (at) => parseOffset(format.format(at));
}

/** Reads `+07:00`, or the end of `1/1/2019, GMT-04:00`, which for UTC itself is a bare `GMT`. */
function parseOffset(text: string): number {
  const found = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (found === null) return 0;
  const [, sign, hours, minutes, seconds] = found;
  const magnitude = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return (sign === '-' ? -magnitude : magnitude) * 1000;
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

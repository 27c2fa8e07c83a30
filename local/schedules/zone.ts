/** A wall-clock time in some zone. */
export interface WallTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const MINUTE_MS = 60_000;

/** What a clock on the wall of the zone shows. @throws RangeError for an unknown zone. */
export interface Zone {
  wallTime(at: number): WallTime;
  /** Undefined for a time that the zone skips when its clocks go forward. */
  instant(wall: WallTime): number | undefined;
}

export function zoneOf(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const wallTime = (at: number): WallTime => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
    return {
      year: of('year'),
      month: of('month'),
      day: of('day'),
      hour: of('hour'),
      minute: of('minute'),
    };
  };
  const offset = (at: number) => asUtc(wallTime(at)) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
  return {
    wallTime,
    instant: (wall) => {
      const shown = asUtc(wall);
      // The offset of an hour or a day off may be another; the one found at the first guess is the right one then.
      const guess = shown - offset(shown);
      const candidates = [guess, shown - offset(guess)].sort((a, b) => a - b);
      return candidates.find((at) => asUtc(wallTime(at)) === shown);
    },
  };
}

const asUtc = ({ year, month, day, hour, minute }: WallTime) =>
  Date.UTC(year, month - 1, day, hour, minute);

import fc from 'fast-check';
import type { CalendarData } from '../../shared/domain/business-calendar-data.ts';
import { Target } from '../../shared/domain/sla-target.ts';
import type { MinuteOracle } from './minute-oracle.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One random case: an instant, another one, amounts, and a clock that starts at the instant and is paused. */
export interface Question {
  readonly at: number;
  readonly other: number;
  readonly workingMs: number;
  readonly days: number;
  readonly target: Target;
  /** In order and apart from each other, all after `at`. */
  readonly pauses: readonly { readonly from: number; readonly until: number }[];
}

/**
 * Starts anywhere, but often near Tết, a made-up Saturday or a turn of the seasons, or within a second of an opening or a
 * closing; amounts mostly of days.
 */
export const questions = (oracle: MinuteOracle, data: CalendarData): fc.Arbitrary<Question> =>
  fc
    .record({
      at: instants(oracle, data),
      distance: fc.integer({ min: -60 * DAY, max: 60 * DAY }),
      workingMs: fc.oneof(
        fc.integer({ min: 0, max: 120 * HOUR }),
        fc.integer({ min: 0, max: 240 }).map((halves) => halves * (HOUR / 2)),
      ),
      days: fc.integer({ min: 0, max: 25 }),
      target: targets,
      gaps: fc.array(fc.tuple(lengths, lengths), { maxLength: 3 }),
      fromClosing: fc.boolean(),
    })
    .map(({ at, distance, gaps, fromClosing, ...question }) => ({
      ...{ ...question, at },
      other: within(oracle, at + distance),
      pauses: pausesAfter(at, gaps, (from) =>
        fromClosing ? (oracle.closingOfNthWorkingDay(within(oracle, from), 0) ?? from) : from,
      ).filter(({ until }) => until < oracle.until),
    }));

/** First days of each Tết that the calendar knows, as UTC midnights: near enough to start around them. */
export function firstDaysOfTet({ daysOff }: CalendarData): readonly number[] {
  const days = daysOff
    .filter(({ name }) => name === 'Tết Nguyên đán')
    .map(({ date }) => Date.parse(date));
  return days.filter((day) => !days.includes(day - DAY));
}

/** Within ten days before it and ten after: its days off and the last and first working days around them. */
export const isAroundTet = (firstDay: number, at: number): boolean =>
  Math.abs(at - firstDay) <= 10 * DAY;

function instants(oracle: MinuteOracle, data: CalendarData): fc.Arbitrary<number> {
  const anywhere = fc.integer({ min: oracle.from, max: oracle.until - 1 });
  const start = fc.oneof(
    anywhere,
    around(oracle, firstDaysOfTet(data), 10 * DAY),
    around(oracle, turningDays(data), 3 * DAY),
  );
  const onTheMinute = start.map((at) => Math.floor(at / MINUTE) * MINUTE);
  const atAnOpening = start.map((at) => oracle.nextOpen(at) ?? at);
  const atAClosing = start.map((at) => oracle.closingOfNthWorkingDay(at, 0) ?? at);
  const nearAnEdge = fc
    .tuple(fc.oneof(atAnOpening, atAClosing), fc.constantFrom(-SECOND, -1, 0, 1, SECOND))
    .map(([edge, shift]) => within(oracle, edge + shift));
  return fc.oneof(start, onTheMinute, nearAnEdge);
}

/** Days at which the hours turn: made-up Saturdays, what they stand in for, beginnings and ends of seasons. */
function turningDays({ makeUpWorkdays, seasons = [], departments, coveredYears }: CalendarData) {
  const allSeasons = [
    ...seasons,
    ...Object.values(departments ?? {}).flatMap((hours) => hours.seasons ?? []),
  ];
  const ends = allSeasons.flatMap(({ from, until }) => [from, until]);
  const dates = ends.flatMap((end) =>
    end.length === 5 ? coveredYears.map((year) => `${year}-${end.replace('02-29', '02-28')}`) : end,
  );
  return [...dates, ...makeUpWorkdays.flatMap(({ date, insteadOf }) => [date, insteadOf])].map(
    (date) => Date.parse(date),
  );
}

function around(oracle: MinuteOracle, days: readonly number[], distance: number) {
  const covered = days.filter((day) => day > oracle.from && day < oracle.until);
  return fc
    .tuple(
      covered.length === 0
        ? fc.integer({ min: oracle.from, max: oracle.until - 1 })
        : fc.constantFrom(...covered),
      fc.integer({ min: -distance, max: distance }),
    )
    .map(([day, offset]) => within(oracle, day + offset));
}

const targets: fc.Arbitrary<Target> = fc
  .record({ unit: fc.constantFrom(...Target.shape.unit.options), share: fc.nat({ max: 999 }) })
  .map(({ unit, share }) => {
    const most = { workingDays: 15, workingHours: 80, workingMinutes: 4800, hours: 240 }[unit];
    return { unit, amount: 1 + Math.floor((share / 1000) * most) };
  });

/** Minutes as often as days, whole minutes as often as not. */
const lengths = fc.oneof(
  fc.integer({ min: 0, max: 3 * HOUR }),
  fc.integer({ min: 0, max: 480 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 0, max: 9 * DAY }),
);

function pausesAfter(
  at: number,
  gaps: readonly (readonly [number, number])[],
  begin: (from: number) => number,
) {
  let now = at;
  return gaps.map(([gap, length]) => {
    const from = begin(now + gap);
    now = from + length;
    return { from, until: now };
  });
}

const within = (oracle: MinuteOracle, at: number): number =>
  Math.min(Math.max(at, oracle.from), oracle.until - 1);

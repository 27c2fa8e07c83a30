import { loadJurisdiction } from '../shared/jurisdictions/bundled.ts';
import { compileCalendar } from '../shared/domain/business-calendar.ts';
import type { CalendarData } from '../shared/domain/business-calendar-data.ts';
import { businessTimeOf } from './calendar/business-time.ts';
import { type Contender, disagreements, ours } from './calendar/contenders.ts';
import { type Question, randomQuestions } from './calendar/questions.ts';

/** Ours must be at least so many times as fast. */
const LEAST_RATIO = 1000;
const CHECKED = 500;
const TIMED = 300;
/** The least time of several rounds is the cost, since what else the machine does only adds; the quick get more of them. */
const FEWEST_ROUNDS = 5;
const MEASURED_MS = 1500;
const ROUND_MS = 20;
const BUILDS = 50;
const SEED = 1022;

const data = commonGround(loadJurisdiction('binh-duong').jurisdiction.calendarData);
const { result: calendar, ms: firstBuildMs } = timed(() => compileCalendar(data));
const builds = Array.from({ length: BUILDS }, () => timed(() => compileCalendar(data)).ms);
const columns = [calendar.opens, calendar.closes, calendar.workedBefore, calendar.dayClosings];
const kilobytes = columns.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1000;
console.log(
  `A calendar of ten years (${calendar.firstYear}-${calendar.lastYear}): ${kilobytes.toFixed(0)} kB, built in ` +
    `${firstBuildMs.toFixed(1)} ms in a new process, ${Math.min(...builds).toFixed(2)} ms once warm`,
);

const questions = randomQuestions(calendar, { seed: SEED, count: CHECKED + TIMED });
const contenders = [ours(calendar), businessTimeOf(data)] as const;
const different = disagreements(contenders, questions.slice(0, CHECKED));
console.log(
  `Same answers to ${CHECKED} additions and ${CHECKED} differences: ${different.length === 0 ? 'yes' : 'NO'}`,
);
for (const example of different.slice(0, 5)) console.error(JSON.stringify(example));
if (different.length > 0) process.exitCode = 1;

console.log(
  `\nns an operation, least of several rounds${contenders.map(({ name }) => name.padStart(20)).join('')}      ratio`,
);
const asked = questions.slice(CHECKED);
for (const operation of ['add', 'difference'] as const) {
  const [own, other] = contenders.map((contender) => nanoseconds(contender, operation, asked));
  const ratio = (other ?? 0) / (own ?? Infinity);
  const row = [own, other].map((ns) => (ns ?? 0).toFixed(0).padStart(20)).join('');
  const within = ratio >= LEAST_RATIO ? '' : `  under ${LEAST_RATIO}`;
  console.log(`${operation.padEnd(42)}${row}${`${ratio.toFixed(0)}x`.padStart(11)}${within}`);
  if (ratio < LEAST_RATIO) process.exitCode = 1;
}

/**
 * The calendar as far as the other library can tell it: weekly windows and days off. It knows no make-up days, so swaps
 * are plain days off here. The day off at the end of 2018 makes that the tenth year.
 */
function commonGround(deployed: CalendarData): CalendarData {
  return {
    ...deployed,
    coveredYears: [2018, ...deployed.coveredYears],
    daysOff: deployed.daysOff.map((day) => ({ ...day, kind: 'statutory' })),
    makeUpWorkdays: [],
  };
}

function nanoseconds(
  contender: Contender,
  operation: 'add' | 'difference',
  all: readonly Question[],
): number {
  const calls = contender[operation](all);
  // So often that the clock is fine enough; the first call warms up as well.
  const times = Math.max(1, Math.ceil(ROUND_MS / timed(calls).ms));
  let least = Infinity;
  let total = 0;
  for (let round = 0; round < FEWEST_ROUNDS || total < MEASURED_MS; round += 1) {
    const { ms } = timed(() => {
      for (let time = 0; time < times; time += 1) calls();
    });
    least = Math.min(least, ms);
    total += ms;
  }
  return (least / times / all.length) * 1e6;
}

function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const started = performance.now();
  const result = work();
  return { result, ms: performance.now() - started };
}

import type { CalendarData } from './business-calendar-data.ts';
import { dayNumber, hoursInForce, yearOfDay } from './business-calendar-days.ts';
import { hoursProblems } from './business-calendar-hours-problems.ts';
import { type CalendarProblem, problem } from './business-calendar-problem.ts';

/** Everything that is wrong with a calendar, for the person who edits it; empty when it may be compiled. */
export const calendarProblems = (data: CalendarData): readonly CalendarProblem[] => [
  ...yearProblems(data),
  ...hoursProblems(data),
  ...dayOffProblems(data),
  ...makeUpProblems(data),
  ...swapProblems(data),
];

function yearProblems({ coveredYears, daysOff }: CalendarData): CalendarProblem[] {
  const sorted = [...new Set(coveredYears)].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const covered = new Set(coveredYears);
  const withDaysOff = new Set(daysOff.map(({ date }) => yearOfDay(dayNumber(date))));
  return [
    ...repeated(coveredYears).map((index) => {
      const year = coveredYears[index] ?? 0;
      return problem('YEAR_LISTED_TWICE', place('coveredYears', index), {
        en: `${year} is listed twice`,
        vi: `năm ${year} ghi hai lần`,
      });
    }),
    ...Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .filter((year) => !covered.has(year))
      .map((year) =>
        problem('YEAR_MISSING_BETWEEN', 'coveredYears', {
          en: `${year} is missing between ${first} and ${last}`,
          vi: `thiếu năm ${year} trong khoảng từ ${first} đến ${last}`,
        }),
      ),
    // A year whose holidays nobody has entered would give wrong deadlines without a sound.
    ...sorted
      .filter((year) => !withDaysOff.has(year))
      .map((year) =>
        problem('YEAR_WITHOUT_DAYS_OFF', place('coveredYears', coveredYears.indexOf(year)), {
          en: `${year} is covered but has no day off; enter its holidays`,
          vi: `năm ${year} chưa có ngày nghỉ nào; hãy nhập các ngày nghỉ của năm`,
        }),
      ),
  ];
}

function dayOffProblems({ daysOff, coveredYears, makeUpWorkdays }: CalendarData) {
  const covered = new Set(coveredYears);
  const worked = new Set(makeUpWorkdays.map(({ date }) => date));
  const exchanged = new Set(makeUpWorkdays.map(({ insteadOf }) => insteadOf));
  const again = new Set(repeated(daysOff.map(({ date }) => date)));
  return daysOff.flatMap(({ date }, index) => {
    const at = place('daysOff', index);
    const isStray = !covered.has(yearOfDay(dayNumber(date)));
    return [
      ...(again.has(index) ? [listedTwice('DAY_OFF_LISTED_TWICE', at, date)] : []),
      ...(worked.has(date)
        ? [
            problem('DAY_OFF_AND_MAKE_UP', at, {
              en: `${date} is also a make-up workday`,
              vi: `${date} vừa là ngày nghỉ vừa là ngày làm bù`,
            }),
          ]
        : []),
      // 31 December may be exchanged for a day in January; any other stray year is a slip of the pen.
      ...(isStray && !exchanged.has(date) ? [outside('DAY_OFF_OUTSIDE_YEARS', at, date)] : []),
    ];
  });
}

function makeUpProblems(data: CalendarData): CalendarProblem[] {
  const covered = new Set(data.coveredYears);
  const usual = hoursInForce(data);
  const again = new Set(repeated(data.makeUpWorkdays.map(({ date }) => date)));
  return data.makeUpWorkdays.flatMap(({ date, insteadOf }, index) => {
    const at = place('makeUpWorkdays', index);
    const day = dayNumber(date);
    return [
      ...(again.has(index) ? [listedTwice('MAKE_UP_LISTED_TWICE', at, date)] : []),
      ...(covered.has(yearOfDay(day)) ? [] : [outside('MAKE_UP_OUTSIDE_YEARS', at, date)]),
      ...(usual(day).length === 0
        ? []
        : [
            problem('MAKE_UP_ON_WORKING_DAY', at, {
              en: `${date} is a working day anyway`,
              vi: `${date} vốn đã là ngày làm việc`,
            }),
          ]),
      ...(usual(day, dayNumber(insteadOf)).length > 0
        ? []
        : [
            problem('MAKE_UP_FOR_DAY_WITHOUT_WINDOWS', at, {
              en: `${date} stands in for ${insteadOf}, whose weekday has no windows`,
              vi: `${date} làm bù cho ${insteadOf}, là thứ không có giờ làm việc`,
            }),
          ]),
    ];
  });
}

/** A swapped day off and the day worked for it come in pairs. */
function swapProblems({ daysOff, makeUpWorkdays }: CalendarData): CalendarProblem[] {
  const swappedOff = new Set(
    daysOff.filter(({ kind }) => kind === 'swap_off').map(({ date }) => date),
  );
  const exchanged = makeUpWorkdays.map(({ insteadOf }) => insteadOf);
  return [
    ...repeated(exchanged).map((index) => {
      const date = exchanged[index] ?? '';
      return problem('MADE_UP_FOR_TWICE', place('makeUpWorkdays', index), {
        en: `${date} is made up for twice`,
        vi: `${date} được làm bù hai lần`,
      });
    }),
    ...daysOff.flatMap(({ date, kind }, index) =>
      kind === 'swap_off' && !exchanged.includes(date)
        ? [
            problem('SWAP_WITHOUT_MAKE_UP', place('daysOff', index), {
              en: `${date} is swapped but no make-up workday stands in for it`,
              vi: `${date} là ngày nghỉ hoán đổi nhưng không có ngày làm bù`,
            }),
          ]
        : [],
    ),
    ...makeUpWorkdays.flatMap(({ date, insteadOf }, index) =>
      swappedOff.has(insteadOf)
        ? []
        : [
            problem('MAKE_UP_WITHOUT_SWAP', place('makeUpWorkdays', index), {
              en: `${date} stands in for ${insteadOf}, which is not a swapped day off`,
              vi: `${date} làm bù cho ${insteadOf}, nhưng đó không phải ngày nghỉ hoán đổi`,
            }),
          ],
    ),
  ];
}

type Place = Exclude<Parameters<typeof problem>[1], string>;

const place = (list: string, index: number): Place => ({ path: `${list}[${index}]`, at: list });

const listedTwice = (
  code: 'DAY_OFF_LISTED_TWICE' | 'MAKE_UP_LISTED_TWICE',
  at: Place,
  date: string,
): CalendarProblem =>
  problem(code, at, { en: `${date} is listed twice`, vi: `${date} ghi hai lần` });

const outside = (
  code: 'DAY_OFF_OUTSIDE_YEARS' | 'MAKE_UP_OUTSIDE_YEARS',
  at: Place,
  date: string,
): CalendarProblem =>
  problem(code, at, {
    en: `${date} lies outside the covered years`,
    vi: `${date} nằm ngoài các năm của lịch`,
  });

/** Indexes of the second mention of each value. */
function repeated(values: readonly (string | number)[]): number[] {
  const seen = new Map<string | number, number>();
  return values.flatMap((value, index) => {
    const times = (seen.get(value) ?? 0) + 1;
    seen.set(value, times);
    return times === 2 ? [index] : [];
  });
}

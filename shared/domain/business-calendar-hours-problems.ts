import type { CalendarData, DepartmentHours, Season, Weekly } from './business-calendar-data.ts';
import {
  dateOfDay,
  isYearly,
  seasonSpans,
  weekdayWindows,
  type WindowMinutes,
} from './business-calendar-days.ts';
import { type CalendarProblem, problem, type Sentence } from './business-calendar-problem.ts';

/** What is wrong with the weekly, the seasonal and the departments' hours. */
export const hoursProblems = (data: CalendarData): CalendarProblem[] => [
  ...weeklyProblems('weekly', data.weekly),
  ...seasonsProblems('seasons', data.seasons ?? [], data.coveredYears),
  ...Object.entries(data.departments ?? {}).flatMap(([code, hours]) =>
    departmentProblems(`departments.${code}`, hours, data.coveredYears),
  ),
];

function departmentProblems(
  path: string,
  { weekly, seasons, roundTheClock }: DepartmentHours,
  years: readonly number[],
): CalendarProblem[] {
  const hasHours = weekly !== undefined || seasons !== undefined;
  return [
    ...(hasHours || roundTheClock ? [] : [problem('DEPARTMENT_WITHOUT_HOURS', path, noHours)]),
    ...(hasHours && roundTheClock
      ? [problem('DEPARTMENT_ROUND_THE_CLOCK_WITH_HOURS', path, bothHours)]
      : []),
    ...(weekly === undefined ? [] : weeklyProblems(`${path}.weekly`, weekly)),
    ...seasonsProblems(`${path}.seasons`, seasons ?? [], years),
  ];
}

const noHours: Sentence = {
  en: 'states no hours of its own; leave the department out',
  vi: 'không ghi giờ riêng nào; hãy bỏ đơn vị này khỏi lịch',
};
const bothHours: Sentence = {
  en: 'is round the clock and has weekly or seasonal hours too; keep one of them',
  vi: 'vừa trực suốt ngày đêm vừa có giờ theo tuần hoặc theo mùa; chỉ giữ một',
};

function weeklyProblems(path: string, weekly: Weekly): CalendarProblem[] {
  const days = weekdayWindows(weekly);
  return [
    ...days.flatMap(({ weekday, windows }) => windowProblems(`${path}.${weekday}`, windows)),
    ...(days.every(({ windows }) => windows.length === 0)
      ? [
          problem('WITHOUT_WINDOWS', path, {
            en: 'no day has a window',
            vi: 'không ngày nào có giờ làm việc',
          }),
        ]
      : []),
  ];
}

const windowProblems = (at: string, windows: readonly WindowMinutes[]): CalendarProblem[] =>
  windows.flatMap((window, index) => {
    const place = { path: `${at}[${index}]`, at };
    const before = windows[index - 1];
    return [
      ...(window.closes > window.opens
        ? []
        : [
            problem('WINDOW_ENDS_BEFORE_START', place, {
              en: `window ${index + 1} ends before it starts`,
              vi: `khung giờ ${index + 1} kết thúc trước khi bắt đầu`,
            }),
          ]),
      ...(before !== undefined && window.opens < before.closes
        ? [
            window.closes <= before.opens
              ? problem('WINDOWS_OUT_OF_ORDER', place, {
                  en: `window ${index + 1} lies before window ${index}; put them in order`,
                  vi: `khung giờ ${index + 1} nằm trước khung giờ ${index}; hãy xếp theo thứ tự`,
                })
              : problem('WINDOWS_OVERLAP', place, {
                  en: `window ${index + 1} starts before window ${index} has ended`,
                  vi: `khung giờ ${index + 1} bắt đầu khi khung giờ ${index} chưa kết thúc`,
                }),
          ]
        : []),
    ];
  });

function seasonsProblems(
  path: string,
  seasons: readonly Season[],
  years: readonly number[],
): CalendarProblem[] {
  const ofEach = seasons.flatMap((season, index) => seasonProblems(`${path}[${index}]`, season));
  // Two seasons cannot be laid side by side before each has an end and a beginning.
  return ofEach.some(({ path: at }) => at.endsWith('.until'))
    ? ofEach
    : [...ofEach, ...spanProblems(path, seasons, years)];
}

function seasonProblems(path: string, season: Season): CalendarProblem[] {
  const { from, until, weekly } = season;
  const place = { path: `${path}.until`, at: path };
  return [
    ...(from.length === until.length
      ? []
      : [
          problem('SEASON_MIXES_DATES', place, {
            en: `"${season.name}" has a day of every year (${from.length < until.length ? from : until}) at one end and a date at the other`,
            vi: `"${season.name}" có một đầu là ngày hằng năm (${from.length < until.length ? from : until}), đầu kia là ngày của một năm`,
          }),
        ]),
    ...(!isYearly(season) && until.length > 5 && until < from
      ? [
          problem('SEASON_ENDS_BEFORE_START', place, {
            en: `"${season.name}" ends on ${until}, before it starts on ${from}`,
            vi: `"${season.name}" kết thúc ngày ${until}, trước ngày bắt đầu ${from}`,
          }),
        ]
      : []),
    ...weeklyProblems(`${path}.weekly`, weekly),
  ];
}

function spanProblems(
  path: string,
  seasons: readonly Season[],
  years: readonly number[],
): CalendarProblem[] {
  const spans = seasonSpans(seasons, years);
  const placeOf = (season: Season) => ({ path: `${path}[${seasons.indexOf(season)}]`, at: path });
  const overlaps = spans.flatMap(({ season, first }, index) => {
    const before = spans.slice(0, index).find(({ last }) => last >= first);
    if (before === undefined) return [];
    const since = dateOfDay(first);
    return [
      problem('SEASONS_OVERLAP', placeOf(season), {
        en: `"${season.name}" begins on ${since}, while "${before.season.name}" still lasts`,
        vi: `"${season.name}" bắt đầu ngày ${since}, khi "${before.season.name}" chưa kết thúc`,
      }),
    ];
  });
  return [
    // Yearly seasons overlap in every year; the first time is enough.
    ...overlaps.filter((one, n) => overlaps.findIndex(({ path: at }) => at === one.path) === n),
    ...seasons
      .filter((season) => !spans.some((span) => span.season === season))
      .map((season) =>
        problem('SEASON_OUTSIDE_YEARS', placeOf(season), {
          en: `"${season.name}" lies outside the covered years`,
          vi: `"${season.name}" nằm ngoài các năm của lịch`,
        }),
      ),
  ];
}

/** Hours of departments that the jurisdiction does not have, which the calendar by itself cannot know. */
export const unknownDepartmentProblems = (
  { departments }: CalendarData,
  isKnown: (code: string) => boolean,
): CalendarProblem[] =>
  Object.keys(departments ?? {})
    .filter((code) => !isKnown(code))
    .map((code) =>
      problem('DEPARTMENT_UNKNOWN', `departments.${code}`, {
        en: 'there is no such department',
        vi: 'không có đơn vị này',
      }),
    );

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CalendarFor, calendarsOf } from '../../shared/domain/business-calendar.ts';
import type { CalendarData } from '../../shared/domain/business-calendar-data.ts';
import type { CalendarProblem } from '../../shared/domain/business-calendar-problem.ts';
import { formProblems, readCalendar } from '../../shared/domain/business-calendar-reading.ts';
import { withYear } from '../../shared/domain/calendar-with-year.ts';
import { CalendarYear, yearProblems } from '../../shared/domain/calendar-year.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { type WallClock, wallClockOf } from './local-time.ts';
import { type Refusal, refusal } from './refusal.ts';

/** The calendars of one file, ready to be asked. */
export interface OpenCalendar {
  readonly calendarFor: CalendarFor;
  readonly clock: WallClock;
  knowsDepartment(code: string): boolean;
}

/** By the path of its file, or the jurisdiction's own without one. */
export type OpenCalendars = (path?: string) => Result<OpenCalendar, Refusal>;

/**
 * Reads each file once, however many lines name it. Paths are taken from the folder. A file holds a calendar, or one year
 * as it is published, which is then put into the jurisdiction's own calendar.
 */
export function calendarFiles(folder: string): OpenCalendars {
  const { jurisdiction } = loadJurisdiction('binh-duong');
  const { calendarData: builtIn } = jurisdiction;
  const departments = new Set<string>(jurisdiction.departments.keys());
  const opened = new Map<string | undefined, Result<OpenCalendar, Refusal>>();
  const dataOf = (path: string | undefined): Result<CalendarData, Refusal> => {
    if (path === undefined) return ok(builtIn);
    const raw = readJson(path, folder);
    if (!raw.ok) return raw;
    const read = isYear(raw.value)
      ? readYear(raw.value, { calendar: builtIn, isKnown: (code) => departments.has(code) })
      : readCalendar(raw.value);
    return read.ok ? read : err(unusable(path, read.error));
  };
  return (path) => {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const data = dataOf(path);
    const calendar = data.ok ? ok(openCalendar(data.value, departments)) : data;
    opened.set(path, calendar);
    return calendar;
  };
}

const isYear = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && 'year' in raw;

function readYear(
  raw: unknown,
  into: Parameters<typeof yearProblems>[1],
): Result<CalendarData, readonly CalendarProblem[]> {
  const parsed = CalendarYear.safeParse(raw, { reportInput: true });
  if (!parsed.success) return err(formProblems(parsed.error));
  const problems = yearProblems(parsed.data, into);
  return problems.length === 0 ? ok(withYear(into.calendar, parsed.data)) : err(problems);
}

const openCalendar = (data: CalendarData, departments: ReadonlySet<string>): OpenCalendar => ({
  calendarFor: calendarsOf(data),
  clock: wallClockOf(data),
  knowsDepartment: (code) =>
    departments.has(code) || Object.keys(data.departments ?? {}).includes(code),
});

function readJson(path: string, folder: string): Result<unknown, Refusal> {
  try {
    return ok(JSON.parse(readFileSync(resolve(folder, path), 'utf8')));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(
      refusal('CALENDAR_UNREADABLE', {
        en: `${path} cannot be read as JSON: ${why}`,
        vi: `không đọc được tệp lịch ${path} dưới dạng JSON: ${why}`,
      }),
    );
  }
}

function unusable(path: string, problems: readonly CalendarProblem[]): Refusal {
  const all = (key: 'message' | 'messageVi') => problems.map((one) => one[key]).join('; ');
  const sentence = {
    en: `${path} cannot be used: ${all('message')}`,
    vi: `không dùng được tệp lịch ${path}: ${all('messageVi')}`,
  };
  return { ...refusal('CALENDAR_INVALID', sentence), problems };
}

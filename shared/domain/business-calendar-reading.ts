import type * as z from 'zod';
import { CalendarData } from './business-calendar-data.ts';
import { type CalendarProblem, problem } from './business-calendar-problem.ts';
import { calendarProblems } from './business-calendar-problems.ts';
import { timeZoneProblems } from './business-calendar-zone.ts';
import { err, ok, type Result } from './result.ts';

/**
 * A calendar from outside, ready to be compiled, or everything that is wrong with it: with its form, and if that is
 * right, with what it says. Reads the zone data, so it belongs where people publish calendars, not where cases wait.
 */
export function readCalendar(raw: unknown): Result<CalendarData, readonly CalendarProblem[]> {
  const parsed = CalendarData.safeParse(raw, { reportInput: true });
  if (!parsed.success) return err(formProblems(parsed.error));
  const problems = [...timeZoneProblems(parsed.data), ...calendarProblems(parsed.data)];
  return problems.length === 0 ? ok(parsed.data) : err(problems);
}

/** What the schema of a calendar, or of a part of one, finds; parsed with `reportInput`, so that missing is not wrong. */
export const formProblems = ({ issues }: Pick<z.ZodError, 'issues'>): CalendarProblem[] =>
  issues.flatMap(problemsOf);

function problemsOf(issue: z.core.$ZodIssue): CalendarProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem('FIELD_UNKNOWN', pathOf([...issue.path, key]), {
        en: 'there is no such field',
        vi: 'không có trường này',
      }),
    );
  }
  const path = pathOf(issue.path);
  return [
    issue.code === 'invalid_type' && issue.input === undefined
      ? problem('FIELD_MISSING', path, { en: 'is missing', vi: 'còn thiếu' })
      : problem('FIELD_INVALID', path, {
          en: issue.message,
          vi: `sai dạng hoặc sai giá trị (${issue.message})`,
        }),
  ];
}

/** `weekly.monday[1]`; the data as a whole are `calendar`. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'calendar'
    : path
        .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
        .join('')
        .slice(1);

import { err, ok, type Result } from '../../shared/domain/result.ts';
import { dueAt } from '../../shared/domain/sla.ts';
import { type CalendarNotCovered, workingTimeBetween } from '../../shared/domain/working-time.ts';
import type { OpenCalendar, OpenCalendars } from './calendar-files.ts';
import { type Operation, readOperation } from './operation.ts';
import { type Refusal, refusal } from './refusal.ts';

const MINUTE_MS = 60_000;

/** What the command was given for lines that do not say it themselves. */
export interface Defaults {
  readonly calendar?: string | undefined;
  readonly department?: string | undefined;
}

type Answer = Readonly<Record<string, unknown>>;

/** Answers one line: its own fields and the result. */
export function answerLine(
  line: string,
  calendars: OpenCalendars,
  defaults: Defaults,
): Result<Answer, Refusal> {
  const operation = readOperation(line);
  if (!operation.ok) return operation;
  const opened = calendars(operation.value.calendar ?? defaults.calendar);
  if (!opened.ok) return opened;
  const department = operation.value.department ?? defaults.department;
  if (department !== undefined && !opened.value.knowsDepartment(department)) {
    return err(
      refusal('DEPARTMENT_UNKNOWN', {
        en: `there is no department ${department}`,
        vi: `không có đơn vị ${department}`,
      }),
    );
  }
  return answer(operation.value, opened.value, department);
}

function answer(
  operation: Operation,
  { calendarFor, clock }: OpenCalendar,
  department: string | undefined,
): Result<Answer, Refusal> {
  const from = clock.read(operation.from);
  if (from === undefined) return err(noInstant('from', operation.from));
  const calendar = calendarFor(department);
  const { fields } = operation;
  const of = { calendarVersion: calendar.version };
  if (operation.op === 'add') {
    const due = dueAt(calendar, from, operation);
    if (!due.ok) return err(notCovered(due.error));
    const local = clock.show(due.value);
    return ok({ ...fields, result: due.value.toISOString(), resultLocal: local, ...of });
  }
  const to = clock.read(operation.to);
  if (to === undefined) return err(noInstant('to', operation.to));
  const worked = workingTimeBetween(calendar, from, to);
  return worked.ok
    ? ok({ ...fields, workingMinutes: worked.value / MINUTE_MS, ...of })
    : err(notCovered(worked.error));
}

const noInstant = (field: string, text: string): Refusal =>
  refusal('INSTANT_INVALID', {
    en: `${field} must be an instant that exists, like 2026-02-13T16:50, 2026-02-13T16:50:00+07:00 or 2026-02-13T09:50:00Z, not ${JSON.stringify(text)}`,
    vi: `${field} phải là một thời điểm có thật, như 2026-02-13T16:50, 2026-02-13T16:50:00+07:00 hoặc 2026-02-13T09:50:00Z, không phải ${JSON.stringify(text)}`,
  });

const notCovered = ({ year, firstYear, lastYear }: CalendarNotCovered): Refusal =>
  refusal('CALENDAR_NOT_COVERED', {
    en: `the calendar covers ${firstYear} to ${lastYear}; ${year} has not been entered`,
    vi: `lịch chỉ có từ năm ${firstYear} đến năm ${lastYear}; chưa nhập năm ${year}`,
  });

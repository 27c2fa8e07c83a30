import type { CalendarProblem } from '../../shared/domain/business-calendar-problem.ts';

type RefusalCode =
  | 'LINE_NOT_JSON'
  | 'OPERATION_UNKNOWN'
  | 'FIELD_UNKNOWN'
  | 'FIELD_MISSING'
  | 'INSTANT_INVALID'
  | 'UNIT_UNKNOWN'
  | 'AMOUNT_INVALID'
  | 'DEPARTMENT_UNKNOWN'
  | 'CALENDAR_UNREADABLE'
  | 'CALENDAR_INVALID'
  | 'CALENDAR_NOT_COVERED';

/** Why a line has no answer, for the person whose list it is. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly messageVi: string;
  /** Every fault of a calendar file, each with a code of its own. */
  readonly problems?: readonly CalendarProblem[];
}

export const refusal = (
  code: RefusalCode,
  { en, vi }: { readonly en: string; readonly vi: string },
): Refusal => ({ code, message: en, messageVi: vi });

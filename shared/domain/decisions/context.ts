import type { Actor } from '../actor.ts';
import type { AreaCode } from '../area.ts';
import type { Instant } from '../case.ts';
import type { Refusal } from '../case-lifecycle.ts';
import type { DepartmentCode } from '../department.ts';
import type { Jurisdiction } from '../jurisdiction-lookups.ts';
import type { RouteUndecided } from '../routing.ts';
import type { ServiceCode } from '../service-catalog.ts';
import type { Arbiter } from '../sla-rules.ts';
import type { CalendarNotCovered } from '../working-time.ts';

/** Who decides, when, and by whose rules. */
export interface Context {
  readonly by: Actor;
  readonly at: Instant;
  readonly jurisdiction: Jurisdiction;
  /** What the citizen told, for rules that look at words; left out where no rule does. */
  readonly words?: string | undefined;
}

/** Why a change is not made. Each is something the caller can act on. */
export type DecisionError =
  | Refusal
  | CalendarNotCovered
  | { readonly code: 'UNKNOWN_SERVICE'; readonly serviceCode: ServiceCode }
  | { readonly code: 'SERVICE_INACTIVE'; readonly serviceCode: ServiceCode }
  | { readonly code: 'UNKNOWN_AREA'; readonly areaCode: AreaCode }
  | { readonly code: 'UNKNOWN_DEPARTMENT'; readonly department: DepartmentCode }
  | { readonly code: 'CLASS_MISMATCH'; readonly serviceCode: ServiceCode }
  | { readonly code: 'NOT_CLASSIFIED' }
  | { readonly code: 'ALREADY_PROPOSED' }
  | { readonly code: 'LEAD_ALSO_SUPPORTING'; readonly department: DepartmentCode }
  | {
      readonly code: 'ROUTE_UNDECIDED';
      readonly because: RouteUndecided | 'HOTLINE_ANSWERS';
    }
  | { readonly code: 'OPEN_PARTS'; readonly departments: readonly DepartmentCode[] }
  | { readonly code: 'PART_ALREADY_ANSWERED' }
  | { readonly code: 'EXTENSION_LIMIT'; readonly limit: number }
  | { readonly code: 'DATE_NOT_LATER' }
  | { readonly code: 'DATE_NOT_IN_WORKING_TIME' }
  | { readonly code: 'ROUND_NOT_LATEST'; readonly latestRound: number }
  | { readonly code: 'JUDGING_WINDOW_PASSED' }
  | { readonly code: 'JUDGING_WINDOW_OPEN' }
  | { readonly code: 'CALL_BACK_LIMIT'; readonly limit: number }
  | { readonly code: 'CALL_BACK_TIME'; readonly judgingEndsAt: Instant }
  | { readonly code: 'REOPEN_NEEDS_UNSATISFIED' }
  | { readonly code: 'CASE_IS_DUPLICATE' }
  | { readonly code: 'CASE_NOT_DUPLICATE' }
  | { readonly code: 'DEPARTMENT_INACTIVE'; readonly department: DepartmentCode }
  | { readonly code: 'ARBITER_DECIDES'; readonly arbiter: Arbiter; readonly returns: number }
  | { readonly code: 'MERGE_TARGET_UNSUITABLE'; readonly because: 'ITSELF' | 'DUPLICATE' }
  | { readonly code: 'DEADLINE_PASSED'; readonly answerDueAt: Instant }
  | { readonly code: 'COMMITMENT_NEEDED'; readonly answerDueAt: Instant }
  | { readonly code: 'COMMITMENT_BEFORE_DEADLINE'; readonly answerDueAt: Instant }
  | { readonly code: 'NO_ALARM_DUE' }
  | { readonly code: 'SILENCE_NOT_OVER' }
  | { readonly code: 'NO_DEADLINE_TO_MOVE' }
  | { readonly code: 'ESCALATION_AT_TOP'; readonly level: number };

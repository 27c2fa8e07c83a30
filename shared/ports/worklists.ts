import type { Case, CaseId, CaseStatus, JurisdictionId } from '../domain/case.ts';
import type { DepartmentCode } from '../domain/department.ts';

/**
 * A row of a list: what can be shown without opening the case. In a supporting department's row `status` is the
 * heading that it is listed under (domain/worklist.ts), and `version` may be an earlier one of the case: whoever acts
 * on the part reads the case first.
 */
export type WorklistRow = Pick<
  Case,
  | 'caseId'
  | 'trackingCode'
  | 'version'
  | 'status'
  | 'class'
  | 'serviceCode'
  | 'areaCode'
  | 'channel'
  | 'priority'
  | 'receivedAt'
  | 'clockStartedAt'
  | 'waiting'
  | 'summary'
> & {
  /** What the list is sorted by: hand-off at the desk, the owner's own answer deadline, or the end of judging. */
  readonly dueAt: string;
  /** From when it is at risk; null where no clock of the owner's runs. */
  readonly atRiskAt: string | null;
  /** Whether the list's owner leads the case (the desk always does). */
  readonly as: 'lead' | 'supporting';
  /** For a supporting department, the state of its part. */
  readonly partStatus: 'open' | 'answered' | 'released' | null;
};

/** `desk`: cases that no department has. */
export type WorklistOwner = 'desk' | DepartmentCode;

export interface WorklistQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly owner: WorklistOwner;
  readonly status: CaseStatus;
  readonly limit: number;
  /** Where the page before ended: the place of its last row (domain/worklist.ts). */
  readonly after?: string | undefined;
  /** Only rows due before this instant. */
  readonly dueBefore?: string | undefined;
}

export interface WorklistPage {
  readonly rows: readonly WorklistRow[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/** Queues of the desk and inboxes of departments, most urgent first. May lag behind a write by a moment. */
export interface Worklists {
  list(question: WorklistQuestion): Promise<WorklistPage>;
}

/** Finding a case by what a caller has at hand. May lag behind a write by a moment. */
export interface CaseFinder {
  byTrackingCode(jurisdictionId: JurisdictionId, trackingCode: string): Promise<CaseId | undefined>;
  /** Cases of one caller, newest first. */
  byCaller(
    jurisdictionId: JurisdictionId,
    callerIndex: string,
    limit: number,
  ): Promise<readonly CaseId[]>;
}

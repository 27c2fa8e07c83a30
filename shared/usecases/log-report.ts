import type { Case, CaseId } from '../domain/case.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import { findIncident } from './find-incident.ts';
import type { LogCase, LogCaseError, LogCaseInput } from './log-case.ts';
import type { MergeCase } from './merge-case.ts';

export interface LogReportInput extends LogCaseInput {
  /** What it is another report of; where that is a duplicate itself, the incident behind it is meant. */
  readonly duplicateOf?: CaseId | undefined;
}

export type LogReport = (
  input: LogReportInput,
) => Promise<
  Result<
    { readonly case: Case; readonly created: boolean },
    LogCaseError | { readonly code: 'MERGE_TARGET_NOT_FOUND' }
  >
>;

export interface LogReportPorts {
  readonly cases: CaseRepository;
  readonly logCase: LogCase;
  readonly mergeCase: MergeCase;
}

/**
 * Logs a report and, where others had told the same, makes it follow their incident in the same request, so that the five
 * hundredth caller of a flood is done in one step. Should the incident be merged away in that very moment, the new
 * case stays at the desk.
 */
export const createLogReport =
  ({ cases, logCase, mergeCase }: LogReportPorts): LogReport =>
  async (input) => {
    const { jurisdictionId, by, duplicateOf } = input;
    if (duplicateOf === undefined) return logCase(input);
    const target = await cases.find(jurisdictionId, duplicateOf);
    if (target === undefined) return err({ code: 'MERGE_TARGET_NOT_FOUND' });
    const logged = await logCase(input);
    if (!logged.ok || logged.value.case.status === 'closed') return logged;
    const into = (await findIncident(target.case, cases)).caseId;
    const { caseId } = logged.value.case;
    const merged = await mergeCase({ jurisdictionId, caseId, into, by, expectedVersion: 1 });
    return merged.ok ? ok({ ...logged.value, case: merged.value }) : logged;
  };

import type { Case, CaseId } from '../domain/case.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { Fingerprints } from '../ports/keys.ts';
import { findIncident } from './find-incident.ts';
import type { LogCase, LogCaseError, LogCaseInput } from './log-case.ts';
import type { MergeCase } from './merge-case.ts';
import { openProposal } from './seal-proposal.ts';

export interface LogReportInput extends LogCaseInput {
  /** What it is another report of; where that is a duplicate itself, the incident behind it is meant. */
  readonly duplicateOf?: CaseId | undefined;
  /** A proposal as `propose-draft` sealed it. */
  readonly proposal?: string | undefined;
}

export type LogReport = (
  input: LogReportInput,
) => Promise<
  Result<
    { readonly case: Case; readonly created: boolean },
    LogCaseError | { readonly code: 'MERGE_TARGET_NOT_FOUND' | 'PROPOSAL_INVALID' }
  >
>;

export interface LogReportPorts {
  readonly cases: CaseRepository;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
  readonly logCase: LogCase;
  readonly mergeCase: MergeCase;
}

/**
 * Logs a report and, where others had told the same, makes it follow their incident in the same request, so that the five
 * hundredth caller of a flood is done in one step. Should the incident be merged away in that very moment, the new
 * case stays at the desk.
 */
export const createLogReport =
  (ports: LogReportPorts): LogReport =>
  async ({ proposal: sealed, ...input }) => {
    const { jurisdictionId, matter } = input;
    const proposed =
      sealed === undefined
        ? null
        : await openProposal({ jurisdictionId, sealed }, ports.fingerprints);
    if (proposed === undefined) return err({ code: 'PROPOSAL_INVALID' });
    const report = proposed === null ? input : { ...input, matter: { ...matter, proposed } };
    return input.duplicateOf === undefined
      ? ports.logCase(report)
      : logFollower(report, input.duplicateOf, ports);
  };

async function logFollower(
  report: LogReportInput,
  duplicateOf: CaseId,
  { cases, logCase, mergeCase }: LogReportPorts,
): ReturnType<LogReport> {
  const { jurisdictionId, by } = report;
  const target = await cases.find(jurisdictionId, duplicateOf);
  if (target === undefined) return err({ code: 'MERGE_TARGET_NOT_FOUND' });
  const logged = await logCase(report);
  if (!logged.ok || logged.value.case.status === 'closed') return logged;
  const into = (await findIncident(target.case, cases)).caseId;
  const { caseId } = logged.value.case;
  const merged = await mergeCase({ jurisdictionId, caseId, into, by, expectedVersion: 1 });
  return merged.ok ? ok({ ...logged.value, case: merged.value }) : logged;
}

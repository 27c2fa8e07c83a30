import type { Context } from 'aws-lambda';
import type { CaseId } from '../../shared/domain/case.ts';
import { log } from '../../shared/platform/logger.ts';

/** A page of 100 cases takes a second or two; what is left waits for the next minute. */
const RESERVE_MS = 10_000;

/** Whether there is time for another page before Lambda ends the function. */
export const whileTimeIsLeft = (context: Context) => (): boolean =>
  context.getRemainingTimeInMillis() > RESERVE_MS;

/** Names the cases that could not be handled and fails for them, so that the alarm of the function tells of them. */
export function failFor(
  caseIds: readonly CaseId[],
  code: 'CASE_NOT_SWEPT' | 'CASE_NOT_MOVED' | 'CASE_NOT_COLLECTED',
): void {
  for (const caseId of caseIds) log(code, { caseId });
  if (caseIds.length > 0) throw new Error(`${caseIds.length} cases could not be looked at`);
}

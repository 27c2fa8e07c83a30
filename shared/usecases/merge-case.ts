import { suitsAsMergeTarget } from '../domain/decisions/merge.ts';
import { err, type Result } from '../domain/result.ts';
import type { Case, CaseId } from '../domain/case.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { ChangeCase, ChangeCaseError, ChangeCaseInput } from './change-case.ts';

type Input = Omit<ChangeCaseInput, 'command'> & { readonly into: CaseId };
type MergeRefused = ChangeCaseError | { readonly code: 'MERGE_TARGET_NOT_FOUND' };
export type MergeCase = (input: Input) => Promise<Result<Case, MergeRefused>>;

/**
 * Closes a case as the duplicate of another, which must exist and not be a duplicate itself. Storing checks that, in one
 * transaction with the merge; asked before, it would deny a repeated request whose target has moved on since.
 */
export const createMergeCase =
  ({ cases, changeCase }: { cases: CaseRepository; changeCase: ChangeCase }): MergeCase =>
  async ({ into, ...input }) => {
    const merged = await changeCase({ ...input, command: { action: 'merge', into } });
    if (merged.ok || merged.error.code !== 'VERSION_CONFLICT') return merged;
    // The case itself changed, or its target is not one.
    const target = await refusalOf(into, input, cases);
    return target.ok ? merged : target;
  };

async function refusalOf(
  into: CaseId,
  { jurisdictionId }: Omit<Input, 'into'>,
  cases: CaseRepository,
): Promise<Result<null, MergeRefused>> {
  const target = await cases.find(jurisdictionId, into);
  return target === undefined
    ? err({ code: 'MERGE_TARGET_NOT_FOUND' })
    : suitsAsMergeTarget(target.case);
}

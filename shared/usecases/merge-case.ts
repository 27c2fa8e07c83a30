import { suitsAsMergeTarget } from '../domain/decisions/merge.ts';
import type { CaseId } from '../domain/case.ts';
import { err, type Result } from '../domain/result.ts';
import type { Case } from '../domain/case.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { ChangeCase, ChangeCaseError, ChangeCaseInput } from './change-case.ts';

type Input = Omit<ChangeCaseInput, 'command'> & { readonly into: CaseId };
export type MergeCase = (
  input: Input,
) => Promise<Result<Case, ChangeCaseError | { readonly code: 'MERGE_TARGET_NOT_FOUND' }>>;

/** Closes a case as the duplicate of another, which must exist and not be a duplicate itself. */
export const createMergeCase =
  ({ cases, changeCase }: { cases: CaseRepository; changeCase: ChangeCase }): MergeCase =>
  async ({ into, ...input }) => {
    const target = await cases.find(input.jurisdictionId, into);
    if (target === undefined) return err({ code: 'MERGE_TARGET_NOT_FOUND' });
    const suits = suitsAsMergeTarget(target.case);
    return suits.ok ? changeCase({ ...input, command: { action: 'merge', into } }) : suits;
  };

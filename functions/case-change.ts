import { actorOf, type StaffMember } from '../shared/domain/staff.ts';
import type { CaseId, JurisdictionId } from '../shared/domain/case.ts';
import type { CaseAction } from '../shared/domain/case-lifecycle.ts';
import type { Command } from '../shared/domain/decide.ts';
import type { ChangeCase } from '../shared/usecases/change-case.ts';
import { changedReply } from './case-views.ts';

interface Deps {
  readonly changeCase: ChangeCase;
  readonly jurisdictionId: JurisdictionId;
}

interface ChangeRequest {
  readonly params: { readonly caseId: CaseId };
  readonly body: object;
  readonly ifMatch: number;
  readonly staff: StaffMember;
}

/** The handler of one action. The route parsed the body by the action's own schema: it is its command, and its words. */
export const changing =
  ({ changeCase, jurisdictionId }: Deps) =>
  (action: CaseAction) =>
  async ({ params: { caseId }, body, ifMatch, staff }: ChangeRequest) => {
    const { text, ...input } = body as { readonly text?: string };
    const by = actorOf(staff);
    const command = { action, ...input } as Command;
    const expectedVersion = ifMatch;
    return changedReply(
      await changeCase({ jurisdictionId, caseId, command, text, by, expectedVersion }),
      by,
    );
  };

import type { CaseId } from '../../shared/domain/case.ts';
import { actorOf, type StaffMember } from '../../shared/domain/staff.ts';
import { changedReply } from '../case-views.ts';
import type { DeskDeps } from './container.ts';

interface Request {
  readonly params: { readonly caseId: CaseId };
  readonly body: { readonly into: CaseId; readonly text?: string | undefined };
  readonly ifMatch: number;
  readonly staff: StaffMember;
}

export const merging =
  ({ mergeCase, jurisdictionId }: DeskDeps) =>
  async ({ params: { caseId }, body, ifMatch, staff }: Request) => {
    const by = actorOf(staff);
    const expectedVersion = ifMatch;
    return changedReply(
      await mergeCase({ jurisdictionId, caseId, ...body, by, expectedVersion }),
      by,
    );
  };

import type { CaseId } from '../../shared/domain/case.ts';
import { actorOf, type StaffMember } from '../../shared/domain/staff.ts';
import { changedReply } from '../case-views.ts';
import type { DeskDeps } from './container.ts';

interface Request {
  readonly params: { readonly caseId: CaseId };
  readonly body: object;
  readonly ifMatch: number;
  readonly staff: StaffMember;
}

/** The route parsed the body by the schema of `merge`. */
export const merging =
  ({ mergeCase, jurisdictionId }: DeskDeps) =>
  async ({ params: { caseId }, body, ifMatch, staff }: Request) => {
    const by = actorOf(staff);
    const { into, text } = body as { readonly into: CaseId; readonly text?: string };
    const expectedVersion = ifMatch;
    return changedReply(
      await mergeCase({ jurisdictionId, caseId, into, text, by, expectedVersion }),
      by,
    );
  };

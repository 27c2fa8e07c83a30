import type { LogCaseRequest } from '../../shared/contracts/desk.ts';
import { allowedActions } from '../../shared/domain/case-lifecycle.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf, type StaffMember } from '../../shared/domain/staff.ts';
import { proposalFor } from '../../shared/usecases/read-case.ts';
import { caseBody } from '../case-views.ts';
import type { DeskDeps } from './container.ts';

interface Request {
  readonly body: LogCaseRequest;
  readonly idempotencyKey: string;
  readonly staff: StaffMember;
}

/** 201 with the case; 200 when the same request had already made it. */
export const loggingCase =
  ({ logCase, jurisdictionId, jurisdiction }: DeskDeps) =>
  async ({ body, idempotencyKey, staff }: Request) => {
    const by = actorOf(staff);
    const { matter, personalData } = split(body);
    const logged = await logCase({ jurisdictionId, by, idempotencyKey, matter, personalData });
    if (!logged.ok) return logged;
    const { case: current, created } = logged.value;
    return ok({
      status: created ? 201 : 200,
      version: current.version,
      location: `/v1/desk/cases/${current.caseId}`,
      body: {
        case: caseBody(current),
        allowedActions: allowedActions(current, by),
        proposal: proposalFor(current, jurisdiction),
      },
    });
  };

/** What the case is about, and who says so: stored apart. */
const split = ({ description, place, caller, ...matter }: LogCaseRequest) => ({
  matter: { class: null, serviceCode: null, areaCode: null, summary: null, ...matter },
  personalData: {
    name: null,
    phone: null,
    email: null,
    address: null,
    ...caller,
    description,
    place: place ?? null,
  },
});

import type { LogCaseRequest } from '../../shared/contracts/desk.ts';
import { allowedActions } from '../../shared/domain/case-lifecycle.ts';
import { ok } from '../../shared/domain/result.ts';
import { wordsOf } from '../../shared/domain/personal-data.ts';
import { actorOf, type StaffMember } from '../../shared/domain/staff.ts';
import { proposalFor } from '../../shared/usecases/read-case.ts';
import { caseBody } from '../case-views.ts';
import type { DeskDeps } from './container.ts';
import { matterOf, personalDataOf } from './log-input.ts';

interface Request {
  readonly body: LogCaseRequest;
  readonly idempotencyKey: string;
  readonly staff: StaffMember;
}

/** 201 with the case; 200 when the same request had already made it. */
export const loggingCase =
  ({ logReport, jurisdictionId, jurisdictionNow }: DeskDeps) =>
  async ({ body, idempotencyKey, staff }: Request) => {
    const by = actorOf(staff);
    const logged = await logReport({
      jurisdictionId,
      by,
      idempotencyKey,
      duplicateOf: body.duplicateOf,
      proposal: body.proposal,
      matter: matterOf(body),
      personalData: personalDataOf(body),
    });
    if (!logged.ok) return logged;
    const { case: current, created } = logged.value;
    const jurisdiction = await jurisdictionNow();
    return ok({
      status: created ? 201 : 200,
      version: current.version,
      location: `/v1/desk/cases/${current.caseId}`,
      body: {
        case: caseBody(current),
        allowedActions: allowedActions(current, by),
        proposal: proposalFor(current, { words: wordsOf(personalDataOf(body)) }, jurisdiction),
      },
    });
  };

import type { Route } from '../contracts/route.ts';
import { mayCall } from '../domain/permissions.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import type { ApiEvent } from './api-request.ts';
import type { AppError } from './problems.ts';

type FindStaff = (subject: string) => Promise<StaffMember | undefined>;

/**
 * API Gateway has checked signature, issuer, audience, expiry and scope. Here: that it is an access token, whose it
 * is in our own records, and whether that role may call this operation at all.
 */
export async function authenticate(
  { permission, scope }: Route,
  event: ApiEvent,
  findStaff: FindStaff,
): Promise<Result<StaffMember | undefined, AppError>> {
  if (scope === null) return ok(undefined);
  const subject = subjectOf(event);
  if (subject === undefined) return err({ code: 'NOT_AUTHENTICATED' });
  const staff = await findStaff(subject);
  if (staff?.active !== true) return err({ code: 'NOT_STAFF' });
  return permission !== null && mayCall(permission, staff.role)
    ? ok(staff)
    : err({ code: 'NOT_PERMITTED' });
}

/** A machine's token has no user: its subject is its client id, in Cognito and here. */
function subjectOf({ requestContext }: ApiEvent): string | undefined {
  // Absent when a route lost its authorizer: deny rather than trust.
  const { jwt } = (requestContext as Partial<typeof requestContext>).authorizer ?? {};
  const { sub, token_use: use } = jwt?.claims ?? {};
  return use === 'access' && typeof sub === 'string' && sub !== '' ? sub : undefined;
}

import type { Access, Principal } from '../iam/access.ts';
import type { Need } from '../iam/context.ts';
import { AwsError } from './error.ts';

/** @throws AccessDeniedException with AWS's sentence, which names the missing action. */
export function assertPermitted(access: Access, principal: Principal, needs: readonly Need[]) {
  const denial = access.check(principal, needs);
  if (denial !== undefined) throw new AwsError('AccessDeniedException', denial.message);
}

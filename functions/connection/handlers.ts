import type { JurisdictionId } from '../../shared/domain/case.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { actorOf, type StaffMember } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { DepartmentRef } from '../../shared/ports/delivery-settings.ts';
import type { ConnectionDeps } from './container.ts';
import type { connectionRoutes } from './routes.ts';

/** How a department is told; its lead decides. */
export const connectionHandlers = (deps: ConnectionDeps): Handlers<typeof connectionRoutes> => {
  const { jurisdictionId, readDelivery, setDelivery, rotateDeliverySecret } = deps;
  return {
    getDelivery: async ({ staff }) => {
      const ref = refOf(jurisdictionId, staff);
      return ref.ok ? ok({ body: await readDelivery(ref.value) }) : ref;
    },
    putDelivery: async ({ body: choice, staff }) => {
      const ref = refOf(jurisdictionId, staff);
      if (!ref.ok) return ref;
      const set = await setDelivery({ ...ref.value, by: actorOf(staff), choice });
      if (!set.ok) return set;
      const { settings: delivery, secret } = set.value;
      return ok({ body: { delivery, secret } });
    },
    rotateDeliverySecret: async ({ staff }) => {
      const ref = refOf(jurisdictionId, staff);
      if (!ref.ok) return ref;
      const secret = await rotateDeliverySecret({ ...ref.value, by: actorOf(staff) });
      return secret.ok ? ok({ body: { secret: secret.value } }) : secret;
    },
    listDeliveryAttempts: async ({ query, staff }) => {
      const ref = refOf(jurisdictionId, staff);
      return ref.ok
        ? ok({ body: await deps.listDeliveryAttempts({ ...ref.value, ...query }) })
        : ref;
    },
    resendDelivery: async ({ params: { attemptId }, staff }) => {
      const ref = refOf(jurisdictionId, staff);
      if (!ref.ok) return ref;
      const queued = await deps.resendDelivery({ ...ref.value, attemptId });
      return queued.ok ? ok({}) : queued;
    },
  };
};

/** The permission table lets only department leads in, and those have a department. */
const refOf = (
  jurisdictionId: JurisdictionId,
  { department }: StaffMember,
): Result<DepartmentRef, { readonly code: 'NOT_PERMITTED' }> =>
  department === null ? err({ code: 'NOT_PERMITTED' }) : ok({ jurisdictionId, department });

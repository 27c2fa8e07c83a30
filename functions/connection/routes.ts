import {
  AttemptParams,
  DeliveryAttemptsBody,
  DeliveryAttemptsQuery,
  DeliveryBody,
  PutDeliveryBody,
  PutDeliveryRequest,
  RotatedSecretBody,
} from '../../shared/contracts/delivery.ts';
import type { Route } from '../../shared/contracts/route.ts';

const scope = '1022/department';

/** How a department's own system is told, and what became of it; for its lead. */
export const connectionRoutes = [
  {
    operation: 'getDelivery',
    method: 'GET',
    path: '/v1/department/delivery',
    scope,
    permission: 'getDelivery',
    summary: 'How the department is told of its cases',
    success: { status: 200, schema: DeliveryBody },
  },
  {
    operation: 'putDelivery',
    method: 'PUT',
    path: '/v1/department/delivery',
    scope,
    permission: 'putDelivery',
    summary: 'Choose inbox only, or a signed webhook; a first secret is shown once',
    body: PutDeliveryRequest,
    success: { status: 200, schema: PutDeliveryBody },
    problems: ['WEBHOOK_TARGET_REFUSED'],
  },
  {
    operation: 'rotateDeliverySecret',
    method: 'POST',
    path: '/v1/department/delivery/rotate-secret',
    scope,
    permission: 'rotateDeliverySecret',
    summary: 'A new secret, shown once; the old one signs beside it for a day',
    success: { status: 200, schema: RotatedSecretBody },
    problems: ['DELIVERY_NOT_WEBHOOK'],
  },
  {
    operation: 'listDeliveryAttempts',
    method: 'GET',
    path: '/v1/department/delivery/attempts',
    scope,
    permission: 'listDeliveryAttempts',
    summary: "Each try at telling the department's own system, latest first, and what it answered",
    query: DeliveryAttemptsQuery,
    success: { status: 200, schema: DeliveryAttemptsBody },
  },
  {
    operation: 'resendDelivery',
    method: 'POST',
    path: '/v1/department/delivery/attempts/{attemptId}/resend',
    scope,
    permission: 'resendDelivery',
    summary:
      'Tell the event of this try once more, under the same webhook-id; asked for again within five minutes it leaves once',
    params: AttemptParams,
    success: { status: 204 },
    problems: ['DELIVERY_ATTEMPT_NOT_FOUND', 'DELIVERY_NOT_WEBHOOK'],
  },
] as const satisfies readonly Route[];

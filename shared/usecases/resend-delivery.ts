import type { AttemptId } from '../domain/delivery-attempt.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { DeliveryRepeats } from '../ports/deliveries.ts';
import type { DeliveryLog } from '../ports/delivery-log.ts';
import type { DeliverySettingsStore, DepartmentRef } from '../ports/delivery-settings.ts';

export type ResendDelivery = (
  input: DepartmentRef & { readonly attemptId: AttemptId },
) => Promise<
  Result<
    null,
    { readonly code: 'DELIVERY_ATTEMPT_NOT_FOUND' } | { readonly code: 'DELIVERY_NOT_WEBHOOK' }
  >
>;

export interface ResendDeliveryPorts {
  readonly settings: Pick<DeliverySettingsStore, 'find'>;
  readonly log: Pick<DeliveryLog, 'find'>;
  readonly outbox: DeliveryRepeats;
}

/**
 * Puts an event that the department was told of, or should have been, on the queue again. Only what its own log has can
 * be asked for, so nobody learns of a case in this way that was never sent to them.
 */
export const createResendDelivery =
  ({ settings, log, outbox }: ResendDeliveryPorts): ResendDelivery =>
  async ({ attemptId, ...ref }) => {
    const [chosen, attempt] = await Promise.all([settings.find(ref), log.find(ref, attemptId)]);
    if (attempt === undefined) return err({ code: 'DELIVERY_ATTEMPT_NOT_FOUND' });
    if (chosen?.mode !== 'webhook') return err({ code: 'DELIVERY_NOT_WEBHOOK' });
    const { caseId, version, type } = attempt;
    const queued = await outbox.repeat({ ...ref, caseId, version, type });
    if (!queued.ok)
      throw new Error(`The queue of deliveries took nothing: ${queued.error.because}`);
    return ok(null);
  };

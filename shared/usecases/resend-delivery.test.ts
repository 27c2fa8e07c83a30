import { describe, expect, it } from 'vitest';
import { anAuditEntry } from '../../test/support/audit-builder.ts';
import {
  aDelivery,
  aDeliveryAttempt,
  department,
  movableClock,
} from '../../test/support/delivery-builder.ts';
import { InMemoryDeliveryLog } from '../adapters/memory/in-memory-delivery-log.ts';
import { InMemoryDeliveryQueue } from '../adapters/memory/in-memory-delivery-queue.ts';
import { InMemoryDeliverySettings } from '../adapters/memory/in-memory-delivery-settings.ts';
import { err, ok } from '../domain/result.ts';
import { createResendDelivery } from './resend-delivery.ts';

const { jurisdictionId, department: SGTVT } = aDelivery();
const ref = { jurisdictionId, department: SGTVT };
const attempt = aDeliveryAttempt();
const { attemptId } = attempt;

async function setup() {
  const settings = new InMemoryDeliverySettings();
  const log = new InMemoryDeliveryLog();
  const outbox = new InMemoryDeliveryQueue(movableClock());
  const chosen = { updatedAt: null, updatedBy: null };
  const choose = (mode: 'inbox' | 'webhook') =>
    settings.save(
      ref,
      mode === 'inbox' ? { mode, ...chosen } : { mode, url: attempt.url, ...chosen },
      anAuditEntry('delivery'),
    );
  await choose('webhook');
  await log.add(ref, attempt);
  return { resend: createResendDelivery({ settings, log, outbox }), outbox, choose };
}

describe('sending again', () => {
  it('tells the same event to the same department', async () => {
    const { resend, outbox } = await setup();
    expect(await resend({ ...ref, attemptId })).toEqual(ok(null));
    expect(outbox.receive()).toMatchObject({ message: aDelivery(), tries: 1 });
  });

  it('asked for twice sends once', async () => {
    const { resend, outbox } = await setup();
    await resend({ ...ref, attemptId });
    await resend({ ...ref, attemptId });
    outbox.done(outbox.receive()?.receipt ?? '');
    expect(outbox.receive()).toBeUndefined();
  });

  it('knows nothing of what another department was told', async () => {
    const { resend, outbox } = await setup();
    const asked = await resend({ ...ref, department: department('TDM'), attemptId });
    expect(asked).toEqual(err({ code: 'DELIVERY_ATTEMPT_NOT_FOUND' }));
    expect(outbox.receive()).toBeUndefined();
  });

  it('is refused to a department that went back to its inbox', async () => {
    const { resend, outbox, choose } = await setup();
    await choose('inbox');
    expect(await resend({ ...ref, attemptId })).toEqual(err({ code: 'DELIVERY_NOT_WEBHOOK' }));
    expect(outbox.receive()).toBeUndefined();
  });
});

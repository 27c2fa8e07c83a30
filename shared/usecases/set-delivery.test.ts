import { describe, expect, it } from 'vitest';
import { department, movableClock } from '../../test/support/delivery-builder.ts';
import { InMemoryDeliverySettings } from '../adapters/memory/in-memory-delivery-settings.ts';
import { InMemoryWebhookSecrets } from '../adapters/memory/in-memory-webhook-secrets.ts';
import { JurisdictionId } from '../domain/case.ts';
import { ok } from '../domain/result.ts';
import { refuseTarget } from '../domain/webhook-target.ts';
import type { WebhookTargets } from '../ports/webhooks.ts';
import { createReadDelivery } from './read-delivery.ts';
import { createRotateDeliverySecret } from './rotate-delivery-secret.ts';
import { createSetDelivery, type DeliveryChoice } from './set-delivery.ts';

const ref = { jurisdictionId: JurisdictionId.parse('binh-duong'), department: department('SGTVT') };
const by = { id: 'lead.sgtvt', role: 'department_lead', department: ref.department } as const;
const inbox: DeliveryChoice = { mode: 'inbox' };
const webhook = (url = 'https://hook.example.vn/') => ({ mode: 'webhook', url }) as const;

function setup() {
  const clock = movableClock('2020-03-05T02:00:00.000Z');
  const settings = new InMemoryDeliverySettings();
  const secrets = new InMemoryWebhookSecrets(clock);
  const targets: WebhookTargets = {
    check: (url) =>
      Promise.resolve(url.includes('inside') ? refuseTarget('PRIVATE_ADDRESS') : ok(null)),
  };
  let drawn = 0;
  const random = { bytes: (count: number) => new Uint8Array(count).fill((drawn += 1)) };
  const ports = { settings, secrets, targets, clock, random };
  const setDelivery = createSetDelivery(ports);
  return {
    secrets,
    choose: (choice: DeliveryChoice) => setDelivery({ ...ref, by, choice }),
    rotate: createRotateDeliverySecret(ports),
    read: createReadDelivery(ports),
  };
}

describe('choosing a delivery', () => {
  it('is not needed: the inbox is there from the start', async () => {
    const { read } = setup();
    expect(await read(ref)).toEqual({ mode: 'inbox', updatedAt: null, updatedBy: null });
  });

  it('shows the secret of the first webhook once and then never', async () => {
    const { choose, read, secrets } = setup();
    const chosen = await choose(webhook());
    const current = await secrets.current(ref.department);
    const settings = {
      ...webhook(),
      updatedAt: '2020-03-05T02:00:00.000Z',
      updatedBy: 'lead.sgtvt',
    };
    expect(chosen).toEqual(ok({ settings, secret: current?.secret }));
    expect(await read(ref)).toEqual(settings);
    expect(await choose(webhook('https://other.example.vn/'))).toMatchObject({
      value: { secret: null },
    });
    expect(await secrets.current(ref.department)).toEqual(current);
  });

  it('keeps the secret for a department that comes back to its webhook', async () => {
    const { choose, secrets } = setup();
    await choose(webhook());
    const before = await secrets.current(ref.department);
    await choose(inbox);
    expect(await choose(webhook())).toMatchObject({ value: { secret: null } });
    expect(await secrets.current(ref.department)).toEqual(before);
  });

  it('changes nothing when the target is refused', async () => {
    const { choose, read, secrets } = setup();
    await choose(inbox);
    const before = await read(ref);
    expect(await choose(webhook('https://inside.example.vn/'))).toEqual(
      refuseTarget('PRIVATE_ADDRESS'),
    );
    expect(await read(ref)).toEqual(before);
    expect(await secrets.current(ref.department)).toBeUndefined();
  });
});

describe('rotating the secret', () => {
  it('gives a new one and keeps the one before it', async () => {
    const { choose, rotate, secrets } = setup();
    const chosen = await choose(webhook());
    const rotated = await rotate(ref);
    expect(rotated).toEqual(ok((await secrets.current(ref.department))?.secret));
    expect(chosen).toMatchObject({
      value: { secret: await secrets.previous(ref.department) },
    });
  });

  it('is refused while the department has no webhook', async () => {
    const { choose, rotate } = setup();
    const refused = { ok: false, error: { code: 'DELIVERY_NOT_WEBHOOK' } };
    expect(await rotate(ref)).toEqual(refused);
    await choose(inbox);
    expect(await rotate(ref)).toEqual(refused);
  });

  it('makes the secret anew when an operator has deleted it', async () => {
    const settings = new InMemoryDeliverySettings();
    const chosen = { ...webhook(), updatedAt: null, updatedBy: null } as const;
    await settings.save(ref, chosen);
    const secrets = new InMemoryWebhookSecrets(movableClock());
    const random = { bytes: (count: number) => new Uint8Array(count) };
    const rotated = await createRotateDeliverySecret({ settings, secrets, random })(ref);
    expect(rotated).toEqual(ok((await secrets.current(ref.department))?.secret));
  });
});

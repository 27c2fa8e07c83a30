import { describe, expect, it } from 'vitest';
import { anAuditEntry } from '../../test/support/audit-builder.ts';
import { department, movableClock } from '../../test/support/delivery-builder.ts';
import { InMemoryAuditLog } from '../adapters/memory/in-memory-audit-log.ts';
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
  const audit = new InMemoryAuditLog();
  const settings = new InMemoryDeliverySettings(audit);
  const secrets = new InMemoryWebhookSecrets(clock);
  const targets: WebhookTargets = {
    check: (url) =>
      Promise.resolve(url.includes('inside') ? refuseTarget('PRIVATE_ADDRESS') : ok(null)),
  };
  let drawn = 0;
  const random = { bytes: (count: number) => new Uint8Array(count).fill((drawn += 1)) };
  const ports = { settings, secrets, targets, audit, clock, random };
  const setDelivery = createSetDelivery(ports);
  return {
    secrets,
    choose: (choice: DeliveryChoice) => setDelivery({ ...ref, by, choice }),
    rotate: () => createRotateDeliverySecret(ports)({ ...ref, by }),
    audited: async () => {
      const { jurisdictionId } = ref;
      const found = await audit.list({ jurisdictionId, kind: 'delivery', limit: 10 });
      return found.map(({ entry }) => entry);
    },
    clock,
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

describe('the audit of deliveries', () => {
  it('tells what was chosen, before and after, and that a secret was rotated but never the secret', async () => {
    const { choose, rotate, audited, clock } = setup();
    await choose(webhook());
    clock.advance(60);
    const rotated = await rotate();
    const entries = await audited();
    expect(entries).toMatchObject([
      { by, of: 'SGTVT', before: webhook(), after: { ...webhook(), secret: 'rotated' } },
      { by, of: 'SGTVT', before: { mode: 'inbox' }, after: webhook() },
    ]);
    if (!rotated.ok) throw new Error(rotated.error.code);
    expect(JSON.stringify(entries)).not.toContain(rotated.value);
  });

  it('says nothing of what was refused', async () => {
    const { choose, rotate, audited } = setup();
    await choose(webhook('https://inside.example.vn/'));
    await rotate();
    expect(await audited()).toEqual([]);
  });
});

describe('rotating the secret', () => {
  it('gives a new one and keeps the one before it', async () => {
    const { choose, rotate, secrets } = setup();
    const chosen = await choose(webhook());
    const rotated = await rotate();
    expect(rotated).toEqual(ok((await secrets.current(ref.department))?.secret));
    expect(chosen).toMatchObject({
      value: { secret: await secrets.previous(ref.department) },
    });
  });

  it('is refused while the department has no webhook', async () => {
    const { choose, rotate } = setup();
    const refused = { ok: false, error: { code: 'DELIVERY_NOT_WEBHOOK' } };
    expect(await rotate()).toEqual(refused);
    await choose(inbox);
    expect(await rotate()).toEqual(refused);
  });

  it('makes the secret anew when an operator has deleted it', async () => {
    const settings = new InMemoryDeliverySettings();
    const chosen = { ...webhook(), updatedAt: null, updatedBy: null } as const;
    await settings.save(ref, chosen, anAuditEntry('delivery'));
    const clock = movableClock();
    const secrets = new InMemoryWebhookSecrets(clock);
    const random = { bytes: (count: number) => new Uint8Array(count) };
    const ports = { settings, secrets, random, clock, audit: new InMemoryAuditLog() };
    const rotated = await createRotateDeliverySecret(ports)({ ...ref, by });
    expect(rotated).toEqual(ok((await secrets.current(ref.department))?.secret));
  });
});

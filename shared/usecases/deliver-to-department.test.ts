import { describe, expect, it } from 'vitest';
import { anAuditEntry } from '../../test/support/audit-builder.ts';
import { aCase } from '../../test/support/case-builder.ts';
import {
  aDelivery,
  anEvent,
  department,
  movableClock,
} from '../../test/support/delivery-builder.ts';
import { InMemoryDeliverySettings } from '../adapters/memory/in-memory-delivery-settings.ts';
import { InMemoryWebhookSecrets } from '../adapters/memory/in-memory-webhook-secrets.ts';
import type { Case } from '../domain/case.ts';
import { err, ok } from '../domain/result.ts';
import { webhookSecretFrom } from '../domain/webhook.ts';
import type { SignedMessage, WebhookSender } from '../ports/webhooks.ts';
import { createDeliverToDepartment } from './deliver-to-department.ts';

const SGTVT = department('SGTVT');
const first = webhookSecretFrom(new Uint8Array(32).fill(1));
const second = webhookSecretFrom(new Uint8Array(32).fill(2));
const third = webhookSecretFrom(new Uint8Array(32).fill(3));
const routed = aCase({ version: 2, status: 'routed', lead: 'SGTVT' });

interface World {
  readonly current?: Case | undefined;
  readonly mode?: 'inbox' | 'webhook';
  readonly answer?: Awaited<ReturnType<WebhookSender['send']>>;
}

async function setup({ current = routed, mode = 'webhook', answer = ok(null) }: World = {}) {
  const clock = movableClock();
  const settings = new InMemoryDeliverySettings();
  const chosen = { updatedAt: null, updatedBy: null };
  await settings.save(
    aDelivery(),
    mode === 'inbox' ? { mode, ...chosen } : { mode, url: 'https://hook.example.vn/', ...chosen },
    anAuditEntry('delivery'),
  );
  const secrets = new InMemoryWebhookSecrets(clock);
  await secrets.create(SGTVT, first);
  const sent: SignedMessage[] = [];
  const event = anEvent();
  const deliver = createDeliverToDepartment({
    settings,
    secrets,
    clock,
    cases: {
      find: () =>
        Promise.resolve({
          case: current,
          lastHash: '',
          wrappedKey: '',
          sealedPersonalData: '',
          wakeAt: null,
          likeness: null,
        }),
      eventAt: (_jurisdictionId, _caseId, version) =>
        Promise.resolve(version === event.version ? event : undefined),
    },
    sender: {
      send: (message) => {
        sent.push(message);
        return Promise.resolve(answer);
      },
    },
    payload: (notice) => notice,
  });
  return { deliver, sent, secrets, clock, settings };
}

describe('telling a department', () => {
  it('by its inbox is done: the case is there', async () => {
    const { deliver, sent } = await setup({ mode: 'inbox' });
    expect(await deliver(aDelivery())).toEqual(ok('inbox'));
    expect(sent).toEqual([]);
  });

  it('that never chose is done', async () => {
    const { deliver } = await setup();
    expect(await deliver(aDelivery({ department: 'TDM' }))).toEqual(ok('inbox'));
  });

  it('by webhook sends the event and the case as it is', async () => {
    const { deliver, sent } = await setup();
    expect(await deliver(aDelivery())).toEqual(ok('webhook'));
    expect(sent).toMatchObject([
      {
        url: 'https://hook.example.vn/',
        id: `${routed.caseId}.2.SGTVT`,
        at: new Date('2020-03-05T02:03:10.000Z'),
        secrets: [first],
      },
    ]);
    const { event, current } = JSON.parse(sent[0]?.body ?? '') as Record<string, unknown>;
    expect({ event, current }).toEqual({ event: anEvent(), current: routed });
  });

  it('that no longer takes part tells it of the event and not of the case', async () => {
    const { deliver, sent } = await setup({ current: { ...routed, lead: department('TDM') } });
    expect(await deliver(aDelivery())).toEqual(ok('webhook'));
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ current: null });
  });

  it('signs with both secrets for a day after a rotation', async () => {
    const { deliver, sent, secrets, clock } = await setup();
    await secrets.rotate(SGTVT, second);
    await deliver(aDelivery());
    clock.advance(24 * 3_600);
    await deliver(aDelivery());
    expect(sent.map((one) => one.secrets)).toEqual([[second, first], [second]]);
  });

  it('knows two secrets and never three', async () => {
    const { deliver, sent, secrets } = await setup();
    await secrets.rotate(SGTVT, second);
    await secrets.rotate(SGTVT, third);
    await deliver(aDelivery());
    expect(sent[0]?.secrets).toEqual([third, second]);
  });

  it('has failed when its system did not take it', async () => {
    const answer = err({
      code: 'WEBHOOK_FAILED',
      because: 'STATUS',
      status: 503,
      cause: null,
    } as const);
    const { deliver } = await setup({ answer });
    expect(await deliver(aDelivery())).toEqual(answer);
  });

  it('has failed while the event cannot be read', async () => {
    const { deliver, sent } = await setup();
    expect(await deliver(aDelivery({ version: 9 }))).toEqual(err({ code: 'EVENT_NOT_FOUND' }));
    expect(sent).toEqual([]);
  });

  it('has failed while its secret is missing', async () => {
    const { deliver, settings } = await setup();
    const message = aDelivery({ department: 'TDM' });
    const chosen = { url: 'https://hook.example.vn/', updatedAt: null, updatedBy: null };
    await settings.save(message, { mode: 'webhook', ...chosen }, anAuditEntry('delivery'));
    expect(await deliver(message)).toEqual(err({ code: 'WEBHOOK_SECRET_MISSING' }));
  });
});

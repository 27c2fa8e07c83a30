import { describe, expect, it } from 'vitest';
import { anAuditEntry } from '../../test/support/audit-builder.ts';
import { aCase } from '../../test/support/case-builder.ts';
import {
  aDelivery,
  anEvent,
  department,
  movableClock,
} from '../../test/support/delivery-builder.ts';
import { InMemoryDeliveryLog } from '../adapters/memory/in-memory-delivery-log.ts';
import { InMemoryDeliverySettings } from '../adapters/memory/in-memory-delivery-settings.ts';
import { InMemoryWebhookSecrets } from '../adapters/memory/in-memory-webhook-secrets.ts';
import type { Case } from '../domain/case.ts';
import type { DeliveryMessage } from '../domain/delivery.ts';
import { err, ok } from '../domain/result.ts';
import { webhookSecretFrom } from '../domain/webhook.ts';
import { refuseTarget } from '../domain/webhook-target.ts';
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
  /** Until its system has answered. */
  readonly tookSeconds?: number;
}

async function setup(world: World = {}) {
  const { current = routed, mode = 'webhook', answer = ok(null), tookSeconds = 0 } = world;
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
  const log = new InMemoryDeliveryLog();
  const deliverTry = createDeliverToDepartment({
    settings,
    secrets,
    log,
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
        clock.advance(tookSeconds);
        return Promise.resolve(answer);
      },
    },
    payload: (notice) => notice,
  });
  const firstTry = { tries: 1, retryInSeconds: 30 };
  const deliver = (message: DeliveryMessage, attempt = firstTry) => deliverTry(message, attempt);
  const logged = (message = aDelivery()) => log.list({ ...message, limit: 10 });
  return { deliver, deliverTry, logged, sent, secrets, clock, settings };
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

describe('what is written down of a try', () => {
  const failing = (status: number) =>
    err({ code: 'WEBHOOK_FAILED', because: 'STATUS', status, cause: null } as const);

  it('is what was sent where, when, and how long it took', async () => {
    const { deliver, logged } = await setup({ tookSeconds: 2 });
    await deliver(aDelivery());
    expect(await logged()).toEqual([
      {
        attemptId: `${Date.parse('2020-03-05T02:03:10.000Z')}-${routed.caseId}-2-1`,
        at: '2020-03-05T02:03:10.000Z',
        caseId: routed.caseId,
        version: 2,
        type: 'CaseRouted',
        trackingCode: routed.trackingCode,
        url: 'https://hook.example.vn/',
        tries: 1,
        tookMs: 2_000,
        failure: null,
        retryAt: null,
      },
    ]);
  });

  it('is why it failed, and when the next try is', async () => {
    const { deliver, logged } = await setup({ answer: failing(503), tookSeconds: 5 });
    await deliver(aDelivery());
    expect(await logged()).toMatchObject([
      {
        failure: { code: 'WEBHOOK_FAILED', because: 'STATUS', status: 503, cause: null },
        retryAt: '2020-03-05T02:03:45.000Z',
      },
    ]);
  });

  it('is that nothing follows once it is given up', async () => {
    const { deliverTry, logged } = await setup({ answer: failing(500) });
    await deliverTry(aDelivery(), { tries: 20, retryInSeconds: null });
    expect(await logged()).toMatchObject([{ tries: 20, retryAt: null }]);
  });

  it.each([
    [2, { code: 'WEBHOOK_TARGET_REFUSED', because: 'PRIVATE_ADDRESS' }],
    [9, { code: 'EVENT_NOT_FOUND', because: null }],
  ])('names what kept version %i from leaving: %j', async (version, failure) => {
    const { deliver, logged } = await setup({ answer: refuseTarget('PRIVATE_ADDRESS') });
    await deliver(aDelivery({ version }));
    expect(await logged()).toMatchObject([{ version, failure }]);
  });

  it('names no case of which the department is no longer part', async () => {
    const { deliver, logged } = await setup({ current: { ...routed, lead: department('TDM') } });
    await deliver(aDelivery());
    expect(await logged()).toMatchObject([{ trackingCode: null, failure: null }]);
  });

  it('is nothing where there was nothing to send', async () => {
    const { deliver, logged } = await setup({ mode: 'inbox' });
    await deliver(aDelivery());
    expect(await logged()).toEqual([]);
  });
});

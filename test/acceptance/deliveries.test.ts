import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CaseEventV1 } from '../../events/case-event-v1.ts';
import { startDepartmentSystem, type Webhook } from '../support/department-system.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(async () => {
  for (const close of closing) await close();
  await hotline.close();
});

async function aSystem(status = 200) {
  const system = await startDepartmentSystem(status);
  closing.push(system.close);
  const types = () => system.received.map(({ body }) => CaseEventV1.parse(JSON.parse(body)).type);
  return { ...system, types };
}

const choose = (as: string, body: object) =>
  hotline.call({ method: 'PUT', path: '/v1/department/delivery', as, body });
const rotate = (as: string) =>
  hotline.call({ method: 'POST', path: '/v1/department/delivery/rotate-secret', as });
const secretIn = ({ body }: { readonly body: unknown }) =>
  z.looseObject({ secret: z.string() }).parse(body).secret;

const AttemptsPage = z.object({
  attempts: z.array(
    z.looseObject({ attemptId: z.string(), retryAt: z.string().nullable(), tries: z.number() }),
  ),
  next: z.string().nullable(),
});
const logOf = (as: string, query = '') =>
  hotline.call({ method: 'GET', path: `/v1/department/delivery/attempts${query}`, as });
const attempts = async (as: string) => AttemptsPage.parse((await logOf(as)).body).attempts;
const resend = (as: string, attempt: { readonly attemptId: string } | undefined) => {
  const path = `/v1/department/delivery/attempts/${attempt?.attemptId ?? ''}/resend`;
  return hotline.call({ method: 'POST', path, as });
};

const signature = (secret: string, { headers, body }: Webhook) => {
  const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
};

const routed = async (lead: string, supporting: readonly string[] = []) => {
  const { log, desk } = people((call) => hotline.call(call));
  return desk(await log(), 'route', { lead, supporting });
};

describe('a department with a system of its own', () => {
  it('is told of everything that happens to its cases, signed, in order', async () => {
    const system = await aSystem();
    const secret = secretIn(await choose('lead.sgtvt', { mode: 'webhook', url: system.url }));
    const { department } = people((call) => hotline.call(call));
    await department('officer.sgtvt', await routed('SGTVT'), 'accept');
    await hotline.settled();
    expect(system.types()).toEqual(['CaseRouted', 'CaseAccepted']);
    for (const webhook of system.received) {
      expect(webhook.headers['webhook-signature']).toBe(signature(secret, webhook));
    }
    expect(system.received.map(({ body }) => body).join()).not.toContain('Hoa');
  });

  it('gets both signatures after it rotated its secret', async () => {
    const system = await aSystem();
    const before = secretIn(await choose('lead.sxd', { mode: 'webhook', url: system.url }));
    const after = secretIn(await rotate('lead.sxd'));
    await routed('SXD');
    await hotline.settled();
    const [webhook] = system.received;
    expect(webhook?.headers['webhook-signature']).toBe(
      webhook && `${signature(after, webhook)} ${signature(before, webhook)}`,
    );
  });

  it('holds up nobody else while it is down, and hears everything when it is back', async () => {
    const [down, up] = [await aSystem(503), await aSystem()];
    await choose('lead.stnmt', { mode: 'webhook', url: down.url });
    await choose('lead.syt', { mode: 'webhook', url: up.url });
    const { department } = people((call) => hotline.call(call));
    const current = await routed('SYT', ['STNMT']);
    await department('officer.syt', current, 'accept');
    await hotline.settled();
    expect(up.types()).toEqual(['CaseRouted', 'CaseAccepted']);
    expect(down.types()).toEqual([]);
    down.state.status = 200;
    hotline.host.clock.advance(60_000);
    await hotline.settled();
    expect(down.types()).toEqual(['CaseRouted', 'CaseAccepted']);
    expect(up.types()).toHaveLength(2);
  });

  it('is done with what waits when it goes back to its inbox', async () => {
    const down = await aSystem(500);
    await choose('lead.stc', { mode: 'webhook', url: down.url });
    await routed('STC');
    await hotline.settled();
    await choose('lead.stc', { mode: 'inbox' });
    hotline.host.clock.advance(60_000);
    await hotline.settled();
    const waiting = [...hotline.host.endpoint.queues.definitions.values()]
      .filter(({ name }) => name.includes('deliveries'))
      .map((queue) => hotline.host.endpoint.queues.counts(queue));
    expect(JSON.stringify(waiting)).not.toMatch(/[1-9]/);
  });

  it('reads what became of each try, and has one sent again', async () => {
    const system = await aSystem(503);
    await choose('lead.bqlkcn', { mode: 'webhook', url: system.url });
    const { caseId, trackingCode } = await routed('BQLKCN');
    await hotline.settled();
    const [failed] = await attempts('lead.bqlkcn');
    const status = { code: 'WEBHOOK_FAILED', because: 'STATUS', status: 503 };
    const about = { caseId, trackingCode, version: 2, type: 'CaseRouted', url: system.url };
    expect(failed).toMatchObject({ ...about, tries: 1, failure: status });
    expect(failed?.retryAt).not.toBeNull();

    system.state.status = 200;
    hotline.host.clock.advance(60_000);
    await hotline.settled();
    expect(await attempts('lead.bqlkcn')).toMatchObject([
      { ...about, tries: 2, failure: null, retryAt: null },
      { tries: 1 },
    ]);

    expect(await resend('lead.bqlkcn', failed)).toMatchObject({ status: 204 });
    expect(await resend('lead.bqlkcn', failed)).toMatchObject({ status: 204 });
    await hotline.settled();
    const [one, again, ...more] = system.received;
    expect(more).toEqual([]);
    expect(again?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
    expect(await attempts('lead.bqlkcn')).toHaveLength(3);
  });

  it('has its log page by page', async () => {
    const system = await aSystem();
    await choose('lead.bqlkcn', { mode: 'webhook', url: system.url });
    await routed('BQLKCN');
    await hotline.settled();
    const all = await attempts('lead.bqlkcn');
    const first = await logOf('lead.bqlkcn', '?limit=1');
    const { attempts: found, next } = AttemptsPage.parse(first.body);
    expect(found).toEqual(all.slice(0, 1));
    const rest = await logOf('lead.bqlkcn', `?limit=100&before=${next ?? ''}`);
    expect(AttemptsPage.parse(rest.body)).toEqual({ attempts: all.slice(1), next: null });
  });

  it('reads of its log what failed alone', async () => {
    const { attempts: failed, next } = AttemptsPage.parse(
      (await logOf('lead.bqlkcn', '?outcome=failed')).body,
    );
    expect(failed).toMatchObject([{ tries: 1, failure: { status: 503 } }]);
    expect(next).toBeNull();
  });

  it('keeps its log to its head, and to itself', async () => {
    const system = await aSystem();
    await choose('lead.sldtbxh', { mode: 'webhook', url: system.url });
    await routed('SLDTBXH');
    await hotline.settled();
    const [told] = await attempts('lead.sldtbxh');
    expect(await logOf('officer.sldtbxh')).toMatchObject({ status: 403 });
    expect(await resend('officer.sldtbxh', told)).toMatchObject({ status: 403 });
    expect(await resend('lead.stp', told)).toMatchObject({
      status: 404,
      body: { code: 'DELIVERY_ATTEMPT_NOT_FOUND' },
    });
    expect(await resend('lead.sldtbxh', { attemptId: 'not-one' })).toMatchObject({ status: 400 });
    await choose('lead.sldtbxh', { mode: 'inbox' });
    expect(await resend('lead.sldtbxh', told)).toMatchObject({
      status: 409,
      body: { code: 'DELIVERY_NOT_WEBHOOK' },
    });
    await hotline.settled();
    expect(system.received).toHaveLength(1);
  });

  it.each([
    ['http://hook.example.vn/', 'NOT_HTTPS'],
    ['https://127.0.0.1/', 'PRIVATE_ADDRESS'],
    ['https://[::1]/', 'PRIVATE_ADDRESS'],
    ['https://169.254.169.254/latest/meta-data/', 'PRIVATE_ADDRESS'],
    ['https://me:secret@hook.example.vn/', 'HAS_CREDENTIALS'],
  ])('cannot have it called at %s: %s', async (url, reason) => {
    expect(await choose('lead.tdm', { mode: 'webhook', url })).toMatchObject({
      status: 422,
      body: { code: 'WEBHOOK_TARGET_REFUSED', reason },
    });
    const path = '/v1/department/delivery';
    const { body } = await hotline.call({ method: 'GET', path, as: 'lead.tdm' });
    expect(body).toEqual({ mode: 'inbox', updatedAt: null, updatedBy: null });
  });

  it('is set up by its head alone', async () => {
    expect(await choose('officer.tdm', { mode: 'inbox' })).toMatchObject({ status: 403 });
    expect(await rotate('officer.tdm')).toMatchObject({ status: 403 });
  });
});

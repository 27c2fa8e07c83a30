import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { webhookSecretFrom } from '../../domain/webhook.ts';
import type { SignedMessage } from '../../ports/webhooks.ts';
import { HttpsWebhookSender } from './webhook-sender.ts';
import { type Address, CheckedWebhookTargets } from './webhook-targets.ts';

const HERE: Address = { address: '127.0.0.1', family: 4 };
const first = webhookSecretFrom(new Uint8Array(32).fill(1));
const second = webhookSecretFrom(new Uint8Array(32).fill(2));

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A department's server at hook.local, which the resolver of the sender knows. */
async function setup(listener: RequestListener, resolved: readonly Address[] = [HERE]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      listener(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const asked: string[] = [];
  const resolve = (host: string) => {
    asked.push(host);
    return Promise.resolve(resolved);
  };
  const targets = new CheckedWebhookTargets({ privateHosts: 'hook.local', resolve });
  const message: SignedMessage = {
    url: `http://hook.local:${port}/1022?key=1`,
    id: 'case.2.SGTVT',
    at: new Date('2020-03-05T02:03:10.900Z'),
    body: '{"type":"CaseRouted"}',
    secrets: [first],
  };
  const send = (differing: Partial<SignedMessage> = {}, timeLimitMs = 5_000) =>
    new HttpsWebhookSender({ targets, timeLimitMs }).send({ ...message, ...differing });
  return { send, received, asked, port };
}

const answering =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, headers).end('done');
  };

/** Computed here on its own, from the words of the specification. */
const signatureBy = (secret: string, content: string) =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(content)
    .digest('base64')}`;

describe('a webhook', () => {
  it('is delivered with the headers and the signature of Standard Webhooks', async () => {
    const { send, received } = await setup(answering(204));
    expect(await send()).toEqual({ ok: true, value: null });
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': 'case.2.SGTVT',
      'webhook-timestamp': '1583373790',
      'webhook-signature': signatureBy(first, `case.2.SGTVT.1583373790.${body}`),
    });
    expect(headers.host).toMatch(/^hook\.local:/);
    expect(body).toBe('{"type":"CaseRouted"}');
  });

  it('carries a signature by each secret while there are two', async () => {
    const { send, received } = await setup(answering(200));
    await send({ secrets: [first, second] });
    const content = 'case.2.SGTVT.1583373790.{"type":"CaseRouted"}';
    expect(received[0]?.headers['webhook-signature']).toBe(
      `${signatureBy(first, content)} ${signatureBy(second, content)}`,
    );
  });

  it('is signed over its bytes, Vietnamese or not', async () => {
    const { send, received } = await setup(answering(200));
    await send({ body: '{"tên":"Đường Cách Mạng Tháng Tám"}' });
    expect(received[0]?.body).toBe('{"tên":"Đường Cách Mạng Tháng Tám"}');
    expect(received[0]?.headers['webhook-signature']).toBe(
      signatureBy(first, 'case.2.SGTVT.1583373790.{"tên":"Đường Cách Mạng Tháng Tám"}'),
    );
  });

  it.each([400, 401, 404, 410, 429, 500, 503])(
    'has failed when the answer is %i',
    async (status) => {
      const { send } = await setup(answering(status));
      expect(await send()).toMatchObject({ error: { because: 'STATUS', status } });
    },
  );

  it.each([301, 302, 307, 308])('is not sent on to where a %i leads', async (status) => {
    const other = await setup(answering(200));
    const location = `http://127.0.0.1:${other.port}/`;
    const { send, received } = await setup(answering(status, { location }));
    expect(await send()).toMatchObject({ error: { because: 'REDIRECTED', status } });
    expect(received).toHaveLength(1);
    expect(other.received).toHaveLength(0);
  });

  it('has failed when nothing is answered in time', async () => {
    const { send } = await setup(() => undefined);
    expect(await send({}, 50)).toMatchObject({ error: { because: 'TIMED_OUT', status: null } });
  });

  it('has failed when the name is not resolved in time', async () => {
    const targets = { locate: () => new Promise<never>(() => undefined) };
    const sender = new HttpsWebhookSender({ targets, timeLimitMs: 20 });
    const message = { url: 'https://hook.local/', id: 'a', at: new Date(0), body: '', secrets: [] };
    expect(await sender.send(message)).toMatchObject({ error: { because: 'TIMED_OUT' } });
  });

  it('is delivered once the receiver said so, however much it then says', async () => {
    let isHungUp: Promise<unknown> = Promise.resolve();
    const { send } = await setup((_request, response) => {
      response.writeHead(200);
      const chatter = () => {
        while (response.write('x'.repeat(16_384)));
        response.once('drain', chatter);
      };
      isHungUp = once(response, 'close');
      chatter();
    });
    expect(await send()).toEqual({ ok: true, value: null });
    await isHungUp;
  });

  it('is delivered once the receiver said so, even if it then falls silent', async () => {
    const { send } = await setup((_request, response) => {
      response.writeHead(202);
      response.write('{');
    });
    expect(await send({}, 500)).toEqual({ ok: true, value: null });
  });

  it('has failed when the headers of the answer are too long', async () => {
    const { send } = await setup(answering(200, { filler: 'x'.repeat(12_000) }));
    expect(await send()).toMatchObject({
      error: { because: 'UNREACHABLE', cause: 'HPE_HEADER_OVERFLOW' },
    });
  });

  it('has failed when the connection breaks off', async () => {
    const { send } = await setup((request) => request.socket.destroy());
    expect(await send()).toMatchObject({ error: { because: 'UNREACHABLE', cause: 'ECONNRESET' } });
  });

  it('has failed when nobody listens', async () => {
    const { send } = await setup(answering(200));
    for (const close of closing.splice(0)) await close();
    expect(await send()).toMatchObject({
      error: { because: 'UNREACHABLE', cause: 'ECONNREFUSED' },
    });
  });

  it('has failed when the other side does not speak TLS', async () => {
    const { send, port, received } = await setup(answering(200));
    expect(await send({ url: `https://hook.local:${port}/` })).toMatchObject({
      error: { because: 'UNREACHABLE' },
    });
    expect(received).toHaveLength(0);
  });

  it('goes to the address that was checked: the name is looked up once', async () => {
    const { send, asked } = await setup(answering(200));
    await send();
    expect(asked).toEqual(['hook.local']);
  });

  it('reaches a receiver whose first address cannot be reached from here', async () => {
    const unreachable: Address = { address: '::2', family: 6 };
    const { send, received } = await setup(answering(200), [unreachable, HERE]);
    expect(await send()).toEqual({ ok: true, value: null });
    expect(received).toHaveLength(1);
  });

  it('does not leave for a name that has come to lead inside', async () => {
    const { send, port, received } = await setup(answering(200));
    expect(await send({ url: `https://hook.example.vn:${port}/` })).toEqual({
      ok: false,
      error: { code: 'WEBHOOK_TARGET_REFUSED', reason: 'PRIVATE_ADDRESS' },
    });
    expect(received).toHaveLength(0);
  });
});

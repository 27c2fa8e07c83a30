import { request as httpRequest } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../clock.ts';
import type { FunctionRuntime, InvocationResult } from '../types.ts';
import { json } from './answer.ts';
import type { ApiRoute, CorsConfiguration } from './api-definition.ts';
import { createGateway } from './gateway.ts';
import { createAuthorizer } from './jwt-authorizer.ts';
import type { RequestEvent } from './request-event.ts';
import { type HttpServer, listen } from './server.ts';

const running: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

interface Setup {
  readonly respond?: (event: RequestEvent) => InvocationResult | Promise<InvocationResult>;
  readonly cors?: CorsConfiguration;
  readonly timeoutMs?: number;
}

const issuer = 'https://issuer.test';
const authorizer = { name: 'Staff', issuer, audience: ['desk-web'] };
const keys = await generateKeyPair('RS256');
const otherKeys = await generateKeyPair('RS256');

async function setup({ respond, cors, timeoutMs = 5_000 }: Setup = {}) {
  const events: RequestEvent[] = [];
  const instants: (number | undefined)[] = [];
  const runtime: FunctionRuntime = {
    invoke: async (_name, event, options) => {
      events.push(event as RequestEvent);
      instants.push(options?.at);
      return respond ? respond(event as RequestEvent) : { ok: true, payload: { statusCode: 204 } };
    },
    close: () => Promise.resolve(),
  };
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256' }] };
  const keyServer = await listen(0);
  keyServer.serve({ mounts: new Map(), answer: () => Promise.resolve(json(200, jwks)) });
  const route = (routeKey: string, more: Partial<ApiRoute> = {}): ApiRoute => ({
    routeKey,
    functionName: 'desk',
    timeoutMs,
    scopes: [],
    ...more,
  });
  const clock = createClock();
  const gateway = createGateway({
    api: {
      apiId: 'api',
      routes: [
        route('POST /open/{name}'),
        route('GET /open/{name}'),
        route('GET /mine', { authorizer }),
        route('GET /desk', { authorizer, scopes: ['1022/desk', '1022/all'] }),
      ],
      ...(cors && { cors }),
    },
    runtime,
    clock,
    authorizers: new Map([['Staff', createAuthorizer(authorizer, keyServer.url)]]),
  });
  const server = await listen(0);
  server.serve({ mounts: new Map(), answer: gateway });
  running.push(keyServer, server);
  return { clock, events, instants, url: server.url };
}

const seconds = (from = 0) => Math.floor(Date.now() / 1_000) + from;

const token = (claims: JWTPayload, signedWith = keys.privateKey) =>
  new SignJWT({ iss: issuer, client_id: 'desk-web', iat: seconds(-5), exp: seconds(60), ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one' })
    .sign(signedWith);

const call = async (url: string, path: string, init: RequestInit = {}) => {
  const response = await fetch(url + path, init);
  const text = await response.text();
  return { status: response.status, text, headers: response.headers };
};

describe('an event', () => {
  it('holds the request in payload format 2.0', async () => {
    const { events, url } = await setup();
    await call(url, '/open/%C4%91%C6%B0%E1%BB%9Dng?a=1&b=x%20y&a=2', {
      method: 'POST',
      headers: { 'Content-Type': 'application/problem+json', Cookie: 'a=1; b=2', 'X-One': 'Một' },
      body: '{"tên":"Lan"}',
    }).catch(() => undefined);
    await call(url, '/open/%C4%91%C6%B0%E1%BB%9Dng?a=1&b=x%20y&a=2', {
      method: 'POST',
      headers: { 'Content-Type': 'application/problem+json', Cookie: 'a=1; b=2', 'X-One': '1' },
      body: '{"tên":"Lan"}',
    });
    expect(events.at(-1)).toMatchObject({
      version: '2.0',
      routeKey: 'POST /open/{name}',
      rawPath: '/open/đường',
      rawQueryString: 'a=1&b=x%20y&a=2',
      cookies: ['a=1', 'b=2'],
      queryStringParameters: { a: '1,2', b: 'x y' },
      pathParameters: { name: 'đường' },
      body: '{"tên":"Lan"}',
      isBase64Encoded: false,
      headers: { 'content-type': 'application/problem+json', 'x-one': '1' },
      requestContext: {
        accountId: '000000000000',
        stage: '$default',
        http: { method: 'POST', path: '/open/đường', sourceIp: '127.0.0.1' },
      },
    });
    expect(events.at(-1)?.headers).not.toHaveProperty('cookie');
    expect(events.at(-1)?.requestContext).not.toHaveProperty('authorizer');
  });

  it('joins a header that comes twice', async () => {
    const { events, url } = await setup();
    await new Promise<void>((resolve) => {
      httpRequest(`${url}/open/x`, { headers: { 'X-Two': ['a', 'b'] } }, (response) => {
        response.resume().on('end', resolve);
      }).end();
    });
    expect(events[0]?.headers['x-two']).toBe('a,b');
  });

  it.each(['application/octet-stream', 'application/x-www-form-urlencoded', 'image/png'])(
    'has a body of %s as base64',
    async (type) => {
      const { events, url } = await setup();
      const headers = { 'content-type': type };
      await call(url, '/open/x', { method: 'POST', headers, body: Buffer.from([0, 255]) });
      expect(events[0]).toMatchObject({ body: 'AP8=', isBase64Encoded: true });
    },
  );

  it('bears the time of the host, or the one that a local client gives', async () => {
    const { clock, events, instants, url } = await setup();
    clock.set(Date.UTC(2020, 2, 12, 19, 3, 58));
    await call(url, '/open/x');
    await call(url, '/open/x', { headers: { 'x-local-at': '2019-11-01T00:00:00Z' } });
    expect(events[0]?.requestContext.time).toMatch(/^12\/Mar\/2020:19:0\d:\d\d \+0000$/);
    expect(events[1]?.requestContext.timeEpoch).toBe(Date.UTC(2019, 10, 1));
    expect(instants).toEqual([undefined, Date.UTC(2019, 10, 1)]);
    expect(events[1]?.headers).not.toHaveProperty('x-local-at');
  });
});

describe('a response', () => {
  it.each([
    ['a result without a status code', { a: 1 }, 200, '{"a":1}', 'application/json'],
    ['a structured result', { statusCode: 201, body: 'x' }, 201, 'x', 'text/plain; charset=utf-8'],
    [
      'headers of the function',
      { statusCode: '404', headers: { 'Content-Type': 'application/problem+json' }, body: '{}' },
      404,
      '{}',
      'application/problem+json',
    ],
    [
      'base64',
      { statusCode: 200, isBase64Encoded: true, body: 'xJE=', headers: { 'content-type': 'a/b' } },
      200,
      'đ',
      'a/b',
    ],
    ['a status code that is none', { statusCode: 'x' }, 500, internal(), 'application/json'],
    ['a body that is no text', { statusCode: 200, body: {} }, 500, internal(), 'application/json'],
  ])('is made of %s', async (_name, ...row) => {
    const [payload, status, text, type] = row;
    const { url } = await setup({ respond: () => ({ ok: true, payload }) });
    const answer = await call(url, '/open/x');
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([
      status,
      text,
      type,
    ]);
    expect(answer.headers.get('apigw-requestid')).toMatch(/^\S+$/);
  });

  it('sets each cookie in a header of its own', async () => {
    const payload = { statusCode: 200, cookies: ['a=1', 'b=2'], body: '' };
    const { url } = await setup({ respond: () => ({ ok: true, payload }) });
    expect((await call(url, '/open/x')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('tells nothing of what the function threw', async () => {
    const { url } = await setup({
      respond: () => ({ ok: false, payload: { errorType: 'Error', errorMessage: 'secret' } }),
    });
    expect(await call(url, '/open/x')).toMatchObject({ status: 500, text: internal() });
  });

  it('is 503 when the integration takes too long', async () => {
    const { url } = await setup({ respond: () => new Promise(() => undefined), timeoutMs: 20 });
    expect(await call(url, '/open/x')).toMatchObject({
      status: 503,
      text: '{"message":"Service Unavailable"}',
    });
  });

  it('is 404 where there is no route, 400 for a path that is none', async () => {
    const { url } = await setup();
    const missing = { status: 404, text: '{"message":"Not Found"}' };
    expect(await call(url, '/nowhere')).toMatchObject(missing);
    expect(await call(url, '/open/x', { method: 'DELETE' })).toMatchObject(missing);
    expect((await call(url, '/open/%ff')).status).toBe(400);
  });

  it('is 413 above 10 MB, and the function hears nothing of it', async () => {
    const { events, url } = await setup();
    const body = Buffer.alloc(10 * 1_024 * 1_024 + 1);
    const answer = await call(url, '/open/x', { method: 'POST', body });
    expect(answer).toMatchObject({ status: 413, text: '{"message":"Request Entity Too Large"}' });
    expect(events).toEqual([]);
  });
});

describe('a token', () => {
  const withToken = async (claims: JWTPayload, path = '/mine') => {
    const { events, url } = await setup();
    const authorization = `Bearer ${await token(claims)}`;
    return { events, answer: await call(url, path, { headers: { authorization } }) };
  };

  it('brings its claims to the function, all as text', async () => {
    const { events } = await withToken({
      sub: 'lan',
      'cognito:groups': ['agent', 'supervisor'],
      exp: 4_000_000_000,
      verified: true,
    });
    expect(events[0]?.requestContext.authorizer?.jwt).toMatchObject({
      claims: {
        sub: 'lan',
        'cognito:groups': '[agent supervisor]',
        exp: '4000000000',
        verified: 'true',
      },
      scopes: null,
    });
  });

  it.each([
    ['the client id of a Cognito token', { client_id: 'desk-web' }, 204],
    ['the audience', { client_id: 'x', aud: ['y', 'desk-web'] }, 204],
    ['another client id', { client_id: 'other' }, 401],
    ['another audience, whatever its client id', { aud: 'other' }, 401],
    ['another issuer', { iss: 'https://elsewhere.test' }, 401],
    ['an end in the past', { exp: seconds(-1) }, 401],
    ['a beginning in the future', { nbf: seconds(60) }, 401],
    ['an issue in the future', { iat: seconds(60) }, 401],
  ])('with %s: %s gives %i', async (_name, claims, status) => {
    expect((await withToken(claims)).answer.status).toBe(status);
  });

  it.each([
    ['one of the scopes', { scope: 'openid 1022/all' }, 204],
    ['the scopes in a list', { scp: ['1022/desk'] }, 204],
    ['none of the scopes', { scope: 'openid 1022/department' }, 403],
    ['no scope', {}, 403],
  ])('with %s on a route that asks for scopes: %s gives %i', async (_name, claims, status) => {
    const { answer } = await withToken(claims, '/desk');
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.text).toBe('{"message":"Forbidden"}');
  });

  it('tells its scopes to the function of a route that asks for them', async () => {
    const { events } = await withToken({ scope: 'openid 1022/all' }, '/desk');
    expect(events[0]?.requestContext.authorizer?.jwt.scopes).toEqual(['openid', '1022/all']);
  });

  it('is refused when missing, unreadable, signed by another or not signed', async () => {
    const { events, url } = await setup();
    const body = JSON.stringify({ iss: issuer, client_id: 'desk-web', exp: seconds(60) });
    const unsigned = [{ alg: 'none' }, body]
      .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)))
      .map((part) => part.toString('base64url'));
    const given = ['', 'Bearer x', await token({}, otherKeys.privateKey), `${unsigned.join('.')}.`];
    for (const authorization of given) {
      const answer = await call(url, '/mine', { headers: { authorization } });
      expect(answer).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}' });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    expect(events).toEqual([]);
  });
});

describe('an answer that the caller has already', () => {
  it('passes without a body, and its tag both ways', async () => {
    const respond = (event: RequestEvent) =>
      event.headers['if-none-match'] === 'W/"a"'
        ? { ok: true, payload: { statusCode: 304, headers: { etag: 'W/"a"' } } }
        : { ok: true, payload: { statusCode: 200, headers: { etag: 'W/"a"' }, body: 'all' } };
    const { url } = await setup({ respond });
    expect(await call(url, '/open/x')).toMatchObject({ status: 200, text: 'all' });
    const known = await call(url, '/open/x', { headers: { 'if-none-match': 'W/"a"' } });
    expect(known).toMatchObject({ status: 304, text: '' });
    expect(known.headers.get('etag')).toBe('W/"a"');
    expect(known.headers.get('content-length')).toBeNull();
  });
});

describe('cross-origin requests', () => {
  const cors: CorsConfiguration = {
    AllowOrigins: ['https://web.test'],
    AllowMethods: ['GET', 'PUT'],
    AllowHeaders: ['authorization', 'if-match'],
    ExposeHeaders: ['etag'],
    MaxAge: 600,
    AllowCredentials: false,
  };
  const preflight = (origin: string): RequestInit => ({
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'PUT' },
  });
  const from = (origin: string): RequestInit => ({ headers: { origin } });

  it('are answered before they are sent, without a route or a function', async () => {
    const { events, url } = await setup({ cors });
    const answer = await call(url, '/desk', preflight('https://web.test'));
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': 'https://web.test',
      'access-control-allow-methods': 'GET,PUT',
      'access-control-allow-headers': 'authorization,if-match',
      'access-control-max-age': '600',
    });
    expect(events).toEqual([]);
  });

  it('are allowed to the origins of the template, whatever the function says', async () => {
    const headers = { 'Access-Control-Allow-Origin': '*', etag: '"1"' };
    const respond = () => ({ ok: true, payload: { statusCode: 200, headers, body: '' } });
    const { url } = await setup({ cors, respond });
    const allowed = await call(url, '/open/x', from('https://web.test'));
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://web.test');
    expect(allowed.headers.get('access-control-expose-headers')).toBe('etag');
    const foreign = await call(url, '/open/x', from('https://foreign.test'));
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const asked = await call(url, '/open/x', preflight('https://foreign.test'));
    expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('can be read even when they are refused', async () => {
    const { url } = await setup({ cors });
    const refused = await call(url, '/mine', from('https://web.test'));
    expect(refused.status).toBe(401);
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://web.test');
  });
});

function internal(): string {
  return '{"message":"Internal Server Error"}';
}

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  jwtVerify,
} from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../types.ts';
import { createCookieJar } from './cookie-jar.ts';
import { createIssuer, type Issuer, startIssuer } from './issuer.ts';
import { readClientSecrets } from './secrets.ts';
import { machineToken, refresh, signIn } from './sign-in.ts';
import { issueExpiredToken, issueForAudience } from './test-tokens.ts';

const dir = mkdtempSync(join(tmpdir(), 'identity-'));
let running: Issuer & Running;

beforeAll(async () => {
  running = await startIssuer({ dir });
});
afterAll(async () => {
  await running.close();
  rmSync(dir, { recursive: true });
});

const verified = async (token: string, { issuer, jwksUrl }: Issuer = running) => {
  const keys = await fetch(jwksUrl, { headers: { connection: 'close' } });
  const jwks = createLocalJWKSet((await keys.json()) as JSONWebKeySet);
  return jwtVerify(token, jwks, { issuer });
};

const machine = (clientId: string, scope?: string) =>
  machineToken({
    issuer: running.issuer,
    clientId,
    clientSecret: readClientSecrets(dir)[clientId]!,
    ...(scope === undefined ? {} : { scope }),
  });

describe('a person', () => {
  it('gets an access token with the claims of one of Cognito', async () => {
    const { accessToken, expiresAt } = await signIn({ issuer: running.issuer, person: 'lan' });

    const { payload, protectedHeader } = await verified(accessToken);
    const { iat, exp, jti, auth_time: authTime, ...claims } = payload;
    expect(claims).toEqual({
      iss: running.issuer,
      sub: 'lan',
      username: 'lan',
      client_id: 'desk-web',
      token_use: 'access',
      version: 2,
      scope: 'openid profile 1022/desk 1022/department 1022/statistics 1022/directory',
      'cognito:groups': ['agent'],
    });
    expect(exp! - iat!).toBe(3_600);
    expect(expiresAt).toBeGreaterThanOrEqual(exp! * 1_000 - 5_000);
    expect([typeof jti, typeof authTime]).toEqual(['string', 'number']);
    expect(Object.keys(protectedHeader).sort()).toEqual(['alg', 'kid']);
  });

  it('gets an ID token that is for the application and says so', async () => {
    const { idToken } = await signIn({ issuer: running.issuer, person: 'officer.sxd' });

    const { payload } = await verified(idToken);
    expect(payload).toMatchObject({
      sub: 'officer.sxd',
      aud: 'desk-web',
      token_use: 'id',
      'cognito:groups': ['officer'],
      'cognito:username': 'officer.sxd',
    });
    expect(payload).toHaveProperty('name');
    expect(payload).not.toHaveProperty('scope');
  });

  it('gets only the scopes asked for', async () => {
    const scope = 'openid 1022/statistics';
    const { accessToken } = await signIn({ issuer: running.issuer, person: 'quang', scope });

    expect(decodeJwt(accessToken)['scope']).toBe(scope);
  });

  it('gets new tokens for a refresh token, of the same person and scopes', async () => {
    const first = await signIn({
      issuer: running.issuer,
      person: 'minh',
      scope: 'openid 1022/desk',
    });
    const second = await refresh({ issuer: running.issuer, refreshToken: first.refreshToken });

    const { payload } = await verified(second.accessToken);
    expect(payload).toMatchObject({ sub: 'minh', scope: 'openid 1022/desk', token_use: 'access' });
    expect(payload.jti).not.toBe(decodeJwt(first.accessToken).jti);
  });

  it('who is not known is refused by name', async () => {
    await expect(signIn({ issuer: running.issuer, person: 'nobody' })).rejects.toThrow(
      'Nobody here is called nobody',
    );
  });
});

describe('the code flow', () => {
  const authorize = (changes: Record<string, string> = {}) => {
    const url = new URL(`${running.issuer}/oauth2/authorize`);
    url.search = new URLSearchParams({
      client_id: 'docs',
      redirect_uri: 'http://localhost:4321/docs/oauth2-redirect.html',
      response_type: 'code',
      scope: 'openid 1022/desk',
      code_challenge: createHash('sha256').update('v'.repeat(43)).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    }).toString();
    return url;
  };
  const answerTo = async (url: URL) => (await fetch(url, { redirect: 'manual' })).status;

  /** Goes as far as the code by hand. */
  const codeFor = async (person: string) => {
    const first = await fetch(authorize(), { redirect: 'manual' });
    const cookie = first.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const form = new URL(first.headers.get('location')!, running.issuer);
    const chosen = await fetch(form, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ person }),
      redirect: 'manual',
    });
    const last = await fetch(chosen.headers.get('location')!, {
      headers: { cookie },
      redirect: 'manual',
    });
    return new URL(last.headers.get('location')!).searchParams.get('code')!;
  };
  const exchange = async (code: string, verifier: string) => {
    const response = await fetch(`${running.issuer}/oauth2/token`, {
      method: 'POST',
      headers: { origin: 'http://localhost:4321' },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'docs',
        redirect_uri: 'http://localhost:4321/docs/oauth2-redirect.html',
        code,
        code_verifier: verifier,
      }),
    });
    return { status: response.status, headers: response.headers };
  };

  it('gives tokens to a page on this machine, whatever its port', async () => {
    const { status, headers } = await exchange(await codeFor('lan'), 'v'.repeat(43));
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('http://localhost:4321');
  });

  it('refuses a wrong verifier', async () => {
    expect((await exchange(await codeFor('lan'), 'w'.repeat(43))).status).toBe(400);
  });

  it('refuses a code that was used', async () => {
    const code = await codeFor('lan');
    await exchange(code, 'v'.repeat(43));
    expect((await exchange(code, 'v'.repeat(43))).status).toBe(400);
  });

  it('does not begin without PKCE', async () => {
    const url = authorize();
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    const { headers } = await fetch(url, { redirect: 'manual' });
    expect(new URL(headers.get('location')!).searchParams.get('error')).toBe('invalid_request');
  });

  it('sends codes to no address but the registered ones', async () => {
    expect(await answerTo(authorize())).toBe(303);
    expect(await answerTo(authorize({ redirect_uri: 'http://localhost:4321/elsewhere' }))).toBe(
      400,
    );
    expect(
      await answerTo(authorize({ redirect_uri: 'https://evil.example/docs/oauth2-redirect.html' })),
    ).toBe(400);
  });

  it('keeps a page of another site from reading tokens', async () => {
    const response = await fetch(`${running.issuer}/oauth2/token`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: new URLSearchParams({ grant_type: 'authorization_code', client_id: 'docs', code: 'x' }),
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers the question that a browser asks before a token request', async () => {
    const { status, headers } = await fetch(`${running.issuer}/oauth2/token`, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:4321',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-requested-with',
      },
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-headers')).toBe('x-requested-with');
  });

  it('is described for any page that wants to read it', async () => {
    const response = await fetch(`${running.issuer}/.well-known/openid-configuration`, {
      headers: { origin: 'http://localhost:4321' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:4321');
    expect(await response.json()).toMatchObject({
      issuer: running.issuer,
      jwks_uri: running.jwksUrl,
      token_endpoint: `${running.issuer}/oauth2/token`,
      end_session_endpoint: `${running.issuer}/logout`,
      code_challenge_methods_supported: ['S256'],
    });
  });
});

describe('a machine client', () => {
  it('gets its own scope and no other', async () => {
    const { accessToken } = await machine('machine-sxd', '1022/department 1022/desk');

    const { payload } = await verified(accessToken);
    expect(payload).toMatchObject({
      sub: 'machine-sxd',
      client_id: 'machine-sxd',
      scope: '1022/department',
      token_use: 'access',
    });
    expect(payload).not.toHaveProperty('aud');
    expect(payload).not.toHaveProperty('cognito:groups');
  });

  it('gets its scope when it asks for none', async () => {
    expect(decodeJwt((await machine('machine-tdm')).accessToken)['scope']).toBe('1022/department');
  });

  it('is refused when it may have nothing of what it asks for', async () => {
    await expect(machine('machine-sxd', '1022/desk')).rejects.toThrow('invalid_scope');
  });

  it('is refused with the secret of another', async () => {
    const clientSecret = readClientSecrets(dir)['machine-tdm']!;
    await expect(
      machineToken({ issuer: running.issuer, clientId: 'machine-sxd', clientSecret }),
    ).rejects.toThrow('invalid_client');
  });

  it('has a secret that only the owner of the file can read', () => {
    const { mode } = statSync(join(dir, 'machine-clients.json'));
    expect(mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, 'signing-key.json')).mode & 0o777).toBe(0o600);
    expect(Object.keys(readClientSecrets(dir))).toHaveLength(48);
  });
});

describe('signing out', () => {
  const logout = (query: Record<string, string>) =>
    `${running.issuer}/logout?${new URLSearchParams(query).toString()}`;

  /** A browser that is signed in to desk-web, with the refresh token that it got. */
  const signedIn = async () => {
    const jar = createCookieJar();
    const { refreshToken } = await signIn({ issuer: running.issuer, person: 'lan', jar });
    return { jar, refreshToken };
  };

  it('ends the session and its refresh tokens, and goes back where Cognito would', async () => {
    const { jar, refreshToken } = await signedIn();
    const back = 'http://localhost:5173/signed-out';
    const cookie = jar.headerFor('/');

    const asked = await fetch(logout({ client_id: 'desk-web', logout_uri: back }), {
      headers: { cookie },
    });
    const page = await asked.text();
    const confirmed = await fetch(/action="([^"]+)"/.exec(page)![1]!, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ xsrf: /value="([^"]+)"/.exec(page)![1]!, logout: 'yes' }),
      redirect: 'manual',
    });

    expect(page).toContain('<title>Đăng xuất 1022</title>');
    expect(confirmed.headers.get('location')).toBe(back);
    await expect(refresh({ issuer: running.issuer, refreshToken })).rejects.toThrow(
      'invalid_grant',
    );
  });

  it('refuses to send the browser elsewhere', async () => {
    const elsewhere = { client_id: 'desk-web', logout_uri: 'https://evil.example' };
    expect((await fetch(logout(elsewhere))).status).toBe(400);
  });
});

describe('the issuer', () => {
  it('takes tokens given before a restart, and keeps secrets', async () => {
    const { accessToken } = await signIn({ issuer: running.issuer, person: 'lan' });
    const secrets = readClientSecrets(dir);
    const port = Number(new URL(running.issuer).port);

    await running.close();
    running = await startIssuer({ dir, port });

    expect((await verified(accessToken)).payload.sub).toBe('lan');
    expect(readClientSecrets(dir)).toEqual(secrets);
  });

  it('works under a path of another server', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const mounted = createIssuer(`${origin}/oidc`, { dir });
    server.on('request', (request, response) => {
      if (request.url?.startsWith('/oidc/')) mounted.callback(request, response);
      else response.writeHead(404).end();
    });

    const { accessToken, refreshToken } = await signIn({ issuer: mounted.issuer, person: 'yen' });
    const { payload } = await verified(accessToken, mounted);
    const again = await refresh({ issuer: mounted.issuer, refreshToken });

    expect(payload).toMatchObject({ sub: 'yen', iss: `${origin}/oidc` });
    expect(decodeJwt(again.idToken).iss).toBe(`${origin}/oidc`);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  });

  it('names every client as an audience', () => {
    expect(running.audience).toHaveLength(2 + 48);
    expect(running.audience).toContain('machine-sxd');
  });
});

describe('a token made for tests', () => {
  const token = () => ({ issuer: running.issuer, dir, person: 'lan', scope: '1022/desk' });

  it('is expired and else good', async () => {
    await expect(verified(await issueExpiredToken(token()))).rejects.toThrow('"exp" claim');
  });

  it('is for another audience and else good', async () => {
    const { payload } = await verified(await issueForAudience(token(), 'another-app'));
    expect(payload).toMatchObject({ aud: 'another-app', client_id: 'another-app', sub: 'lan' });
  });

  it('is signed with the key of true ones', async () => {
    const { accessToken } = await machine('machine-sxd');
    const made = await issueForAudience(token(), 'another-app');
    expect(decodeProtectedHeader(made)).toEqual(decodeProtectedHeader(accessToken));
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueExpiredToken, issueForAudience } from '../../local/identity/test-tokens.ts';
import { signIn } from '../../local/identity/sign-in.ts';
import type { Answer } from '../../local/client/session.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
let keys = 0;
const log = (body: unknown, idempotencyKey = `bad-input-${(keys += 1)}`) =>
  call({ method: 'POST', path: '/v1/desk/cases', as: 'lan', body, idempotencyKey });
const problem = (status: number, code: string) => ({ status, body: { status, code } });

/** A request as no well-behaved client would send it. */
interface RawRequest {
  readonly method?: string;
  readonly body?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function raw(path: string, request: RawRequest): Promise<Answer> {
  const { method = 'POST', body, headers } = request;
  const token = request.token ?? (await hotline.session.token('lan'));
  const response = await fetch(new URL(path, hotline.host.url), {
    method,
    ...(body !== undefined && { body }),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `raw-${(keys += 1)}-key`,
      ...headers,
    },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('a body that cannot be taken', () => {
  it.each([
    ['malformed JSON', '{"channel": "phone",', 400, 'MALFORMED_JSON'],
    [
      'a body of 300 KB',
      JSON.stringify(aCall({ description: 'ơ'.repeat(150_000) })),
      413,
      'BODY_TOO_LARGE',
    ],
    [
      'a description of 100,000 characters',
      JSON.stringify(aCall({ description: 'o'.repeat(100_000) })),
      400,
      'REQUEST_INVALID',
    ],
    ['wrong types', JSON.stringify(aCall({ channel: 7 })), 400, 'REQUEST_INVALID'],
    ['an unknown field', JSON.stringify(aCall({ colour: 'red' })), 400, 'REQUEST_INVALID'],
    [
      'text that reorders itself',
      JSON.stringify(aCall({ description: 'ổ gà \u202Eàg ổ' })),
      400,
      'REQUEST_INVALID',
    ],
  ])('%s is refused with a code', async (...row) => {
    const [, body, status, code] = row;
    const answer = await raw('/v1/desk/cases', { body });
    expect(answer).toMatchObject(problem(status, code));
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('names each field that is wrong, and never repeats what was in it', async () => {
    const { body } = await log(aCall({ channel: 'pigeon-0912345678', areaCode: 12 }));
    expect(body).toMatchObject({ problems: [{ at: 'body.channel' }, { at: 'body.areaCode' }] });
    expect(JSON.stringify(body)).not.toContain('0912345678');
  });

  it('speaks English to those who prefer it', async () => {
    const answer = await raw('/v1/desk/cases', { body: '{', headers: { 'accept-language': 'en' } });
    expect(answer.body).toMatchObject({ title: 'The body is not valid JSON.' });
  });
});

describe('codes that do not exist', () => {
  it.each([
    [{ serviceCode: 'no-such-service' }, 'UNKNOWN_SERVICE'],
    [{ areaCode: '99999' }, 'UNKNOWN_AREA'],
    [{ class: 'procedure' }, 'CLASS_MISMATCH'],
    [{ caller: { phone: '115' } }, 'PHONE_SHORT_NUMBER'],
    [{ caller: { phone: '0912' } }, 'PHONE_INVALID'],
  ])('%j is refused as %s', async (differing, code) => {
    expect(await log(aCall(differing))).toMatchObject(problem(422, code));
  });

  it('an unknown department is refused and the case stays where it was', async () => {
    const { log: logs } = people(call);
    const { caseId } = await logs();
    const path = `/v1/desk/cases/${caseId}`;
    const body = { lead: 'NOWHERE' };
    const answer = await call({
      method: 'POST',
      path: `${path}/route`,
      as: 'lan',
      body,
      ifMatch: 1,
    });
    expect(answer).toMatchObject(problem(422, 'UNKNOWN_DEPARTMENT'));
    expect(await call({ method: 'GET', path, as: 'lan' })).toMatchObject({
      body: { case: { status: 'received', version: 1 } },
    });
  });
});

describe('repeating', () => {
  it('the same request lands on the same case, another body under its key is refused', async () => {
    const first = await log(aCall(), 'same-key-1');
    const again = await log(aCall(), 'same-key-1');
    const other = await log(aCall({ description: 'Chuyện khác' }), 'same-key-1');
    expect(first.status).toBe(201);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ case: { caseId: (first.body as Logged).case.caseId } });
    expect(other).toMatchObject(problem(422, 'IDEMPOTENCY_KEY_REUSED'));
  });

  it('a change is served once: the retry gets its result, a stale one 412', async () => {
    const { caseId } = await people(call).log();
    const request = {
      method: 'POST' as const,
      path: `/v1/desk/cases/${caseId}/route`,
      as: 'lan',
      body: { lead: 'TA', supporting: [] },
      ifMatch: 1,
    };
    const first = await call(request);
    const again = await call(request);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const stale = await call({ ...request, body: { lead: 'SXD', supporting: [] } });
    expect(stale).toMatchObject(problem(412, 'VERSION_CONFLICT'));
  });

  it('a change without If-Match is refused', async () => {
    const { caseId } = await people(call).log();
    const path = `/v1/desk/cases/${caseId}/route`;
    expect(await call({ method: 'POST', path, as: 'lan', body: {} })).toMatchObject(
      problem(428, 'IF_MATCH_REQUIRED'),
    );
  });
});

describe('what is not theirs', () => {
  it('a foreign department finds nothing', async () => {
    const { log: logs, desk } = people(call);
    const { caseId } = await desk(await logs(), 'route', { lead: 'TA', supporting: [] });
    const path = `/v1/department/cases/${caseId}`;
    expect(await call({ method: 'GET', path, as: 'officer.sxd' })).toMatchObject(
      problem(404, 'CASE_NOT_FOUND'),
    );
    const accept = { method: 'POST', path: `${path}/accept`, body: {}, ifMatch: 2 } as const;
    expect(await call({ ...accept, as: 'officer.sxd' })).toMatchObject(
      problem(404, 'CASE_NOT_FOUND'),
    );
  });

  it('a department does not see who reported', async () => {
    const { log: logs, desk } = people(call);
    const { caseId } = await desk(await logs(), 'route', { lead: 'TA', supporting: [] });
    const { body } = await call({
      method: 'GET',
      path: `/v1/department/cases/${caseId}`,
      as: 'officer.ta',
    });
    expect(body).toMatchObject({ citizen: null, description: aCall().description });
    expect(JSON.stringify(body)).not.toContain('912345678');
  });

  it('a forged cursor and one of another list are refused', async () => {
    const forged = Buffer.from('received#2020#x').toString('base64url');
    const path = `/v1/desk/cases?cursor=${forged}.${'A'.repeat(22)}`;
    expect(await call({ method: 'GET', path, as: 'lan' })).toMatchObject(
      problem(400, 'CURSOR_INVALID'),
    );
  });

  it('four digits cannot be guessed: the sixth try of an hour is refused', async () => {
    const { trackingCode } = await people(call).log();
    const path = `/v1/citizen/cases/${trackingCode}/details`;
    const tryDigits = (phoneLast4: string) => call({ method: 'POST', path, body: { phoneLast4 } });
    for (const digits of ['0000', '1111', '2222', '3333']) {
      expect(await tryDigits(digits)).toMatchObject(problem(403, 'DETAILS_REFUSED'));
    }
    expect(await tryDigits('5678')).toMatchObject({
      status: 200,
      body: { name: 'Nguyễn Thị Hoa' },
    });
    expect(await tryDigits('5678')).toMatchObject(problem(429, 'TOO_MANY_ATTEMPTS'));
  });
});

describe('tokens', () => {
  const path = '/v1/directory/me';
  const me = (token: string) => raw(path, { method: 'GET', token });

  it('expired ones, those of another audience, and ID tokens are refused', async () => {
    const { dir, host } = hotline;
    const scope = '1022/directory';
    const token = { dir, issuer: host.issuer, person: 'lan', scope };
    const expired = await issueExpiredToken(token);
    const foreign = await issueForAudience(token, 'elsewhere');
    const { idToken } = await signIn({ issuer: host.issuer, person: 'lan' });
    expect((await me(expired)).status).toBe(401);
    expect((await me(foreign)).status).toBe(401);
    expect([401, 403]).toContain((await me(idToken)).status);
    expect((await me('not a token')).status).toBe(401);
  });

  it('without the scope of the route are refused', async () => {
    const { accessToken } = await signIn({
      issuer: hotline.host.issuer,
      person: 'lan',
      scope: 'openid 1022/desk',
    });
    expect((await me(accessToken)).status).toBe(403);
  });
});

describe('periods', () => {
  it.each([
    ['from=2020-06-30&to=2019-11-01', 422, 'PERIOD_REVERSED'],
    ['from=2000-01-01&to=2026-01-01', 422, 'PERIOD_TOO_LONG'],
    ['from=soon&to=later', 400, 'REQUEST_INVALID'],
  ])('%s is refused', async (query, status, code) => {
    const answer = await call({
      method: 'GET',
      path: `/v1/statistics/headline?${query}`,
      as: 'quang',
    });
    expect(answer).toMatchObject({ status, body: { code } });
  });
});

interface Logged {
  readonly case: { readonly caseId: string };
}

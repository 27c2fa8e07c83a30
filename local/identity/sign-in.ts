import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { SCOPES } from '../../shared/contracts/route.ts';
import { type CookieJar, createCookieJar } from './cookie-jar.ts';

const Discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const TokenAnswer = z.object({
  access_token: z.string(),
  id_token: z.string().optional(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
  scope: z.string().optional(),
});
const TokenProblem = z.object({ error: z.string(), error_description: z.string().optional() });

export interface Tokens {
  readonly accessToken: string;
  /** Empty when `openid` was not asked for. */
  readonly idToken: string;
  readonly refreshToken: string;
  /** Epoch milliseconds, in real time. */
  readonly expiresAt: number;
}

export interface SignInRequest {
  readonly issuer: string;
  /** `lan`, `officer.sxd`. */
  readonly person: string;
  /** All scopes of the application when not given. */
  readonly scope?: string;
  readonly clientId?: string;
  readonly redirectUri?: string;
  /** The browser's cookies; a browser of its own when not given. */
  readonly jar?: CookieJar;
}

/** A connection kept from before a restart of the issuer would fail the first request after it. */
const ONE_USE = { connection: 'close' };

/** Most redirects between the first request and the application; the real way has two. */
const REDIRECTS = 5;

/**
 * Signs a person in as a browser would: code flow with PKCE, the form that chooses the person, the token endpoint.
 * Throws when the issuer refuses, with what it said; nothing is kept between calls.
 */
export async function signIn(request: SignInRequest): Promise<Tokens> {
  const { issuer, clientId = 'desk-web' } = request;
  const redirectUri = request.redirectUri ?? 'http://127.0.0.1/signed-in';
  const endpoints = await discover(issuer);
  const verifier = randomBytes(32).toString('base64url');
  const start = new URL(endpoints.authorization_endpoint);
  start.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: request.scope ?? `openid profile ${SCOPES.join(' ')}`,
    state: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const arrived = await walk(start, redirectUri, request);
  const answer = await askForToken(endpoints.token_endpoint, {
    grant_type: 'authorization_code',
    client_id: clientId,
    code: codeOf(arrived, start.searchParams.get('state')),
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  return tokensOf(answer);
}

/** New tokens for the refresh token of an earlier sign-in. Throws when the issuer refuses. */
export async function refresh(
  request: Pick<SignInRequest, 'issuer' | 'clientId'> & { readonly refreshToken: string },
): Promise<Tokens> {
  const { token_endpoint } = await discover(request.issuer);
  const answer = await askForToken(token_endpoint, {
    grant_type: 'refresh_token',
    client_id: request.clientId ?? 'desk-web',
    refresh_token: request.refreshToken,
  });
  return tokensOf({ ...answer, refresh_token: answer.refresh_token ?? request.refreshToken });
}

export interface MachineTokenRequest {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** All scopes of the client when not given. */
  readonly scope?: string;
}

/** Client credentials, as a department's own system uses them. Throws when the issuer refuses. */
export async function machineToken(
  request: MachineTokenRequest,
): Promise<Pick<Tokens, 'accessToken' | 'expiresAt'>> {
  const { token_endpoint } = await discover(request.issuer);
  const secret = Buffer.from(`${request.clientId}:${request.clientSecret}`).toString('base64');
  const answer = await askForToken(
    token_endpoint,
    {
      grant_type: 'client_credentials',
      ...(request.scope === undefined ? {} : { scope: request.scope }),
    },
    `Basic ${secret}`,
  );
  return { accessToken: answer.access_token, expiresAt: Date.now() + answer.expires_in * 1_000 };
}

async function discover(issuer: string): Promise<z.infer<typeof Discovery>> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
    headers: ONE_USE,
  });
  if (!response.ok) throw new Error(`No OpenID issuer at ${issuer}: ${response.status}`);
  return Discovery.parse(await response.json());
}

/** Follows the issuer's redirects, answering its form, until it sends the browser back to the application. */
async function walk(
  start: URL,
  redirectUri: string,
  { person, jar = createCookieJar() }: SignInRequest,
): Promise<URL> {
  let at = start;
  for (let step = 0; step <= REDIRECTS; step += 1) {
    const form = at.pathname.includes('/sign-in/') ? new URLSearchParams({ person }) : undefined;
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { ...ONE_USE, cookie: jar.headerFor(at.pathname) },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    jar.take(response);
    const location = response.headers.get('location');
    if (location === null) throw new Error(await refusal(response, person));
    at = new URL(location, at);
    if (at.href.startsWith(redirectUri)) return at;
  }
  throw new Error(`The issuer redirected more than ${REDIRECTS} times.`);
}

async function refusal(response: Response, person: string): Promise<string> {
  const said = /<code[^>]*>([^]*?)<\/code>/.exec(await response.text())?.[1]?.trim() ?? '';
  return `The issuer refused to sign in ${person}: ${response.status} ${said}`;
}

function codeOf({ searchParams }: URL, state: string | null): string {
  const code = searchParams.get('code');
  if (code === null)
    throw new Error(
      `The issuer refused: ${searchParams.get('error') ?? ''} ${searchParams.get('error_description') ?? ''}`,
    );
  if (searchParams.get('state') !== state) throw new Error('The issuer changed the state.');
  return code;
}

async function askForToken(
  endpoint: string,
  fields: Readonly<Record<string, string>>,
  authorization?: string,
): Promise<z.infer<typeof TokenAnswer>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...ONE_USE, ...(authorization === undefined ? {} : { authorization }) },
  });
  const body: unknown = await response.json();
  if (response.ok) return TokenAnswer.parse(body);
  const { error, error_description } = TokenProblem.parse(body);
  throw new Error(`The issuer refused: ${error} ${error_description ?? ''}`.trim());
}

const tokensOf = (answer: z.infer<typeof TokenAnswer>): Tokens => ({
  accessToken: answer.access_token,
  idToken: answer.id_token ?? '',
  refreshToken: answer.refresh_token ?? '',
  expiresAt: Date.now() + answer.expires_in * 1_000,
});

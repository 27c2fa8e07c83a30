import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { JwtAuthorizer } from './api-definition.ts';
import { type Answer, message } from './answer.ts';

/** Who calls, as the event tells the function. */
export interface Caller {
  readonly claims: Record<string, string>;
  /** The token's scopes; null where the route asks for none. */
  readonly scopes: readonly string[] | null;
}

export type Authorization =
  { readonly ok: true; readonly caller: Caller } | { readonly ok: false; readonly answer: Answer };

/** Checks the Authorization header against the scopes of a route; token life is counted in real time. */
export type Authorize = (
  header: string | undefined,
  scopes: readonly string[],
) => Promise<Authorization>;

/** The only algorithms that HTTP APIs take. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/**
 * The JWT authorizer of HTTP APIs: signature, `iss`, `exp`, `nbf`, `iat`, then `aud` or, where the token has none (as
 * Cognito's access tokens), `client_id`, then one of the route's scopes.
 */
export function createAuthorizer(
  { issuer, audience }: Pick<JwtAuthorizer, 'issuer' | 'audience'>,
  jwksUrl: string,
): Authorize {
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  return async (header, scopes) => {
    const token = header?.replace(/^bearer\s+/i, '').trim() ?? '';
    if (token === '') return unauthorized('the token is missing');
    const verified = await verify(token, keys, issuer);
    if (typeof verified === 'string') return unauthorized(verified);
    if (!isFor(verified, audience)) return unauthorized('the token has an invalid audience');
    return permitted(verified, scopes);
  };
}

function permitted(payload: JWTPayload, wanted: readonly string[]): Authorization {
  const held = scopesOf(payload);
  if (wanted.length === 0) return { ok: true, caller: { claims: claimsOf(payload), scopes: null } };
  if (!wanted.some((scope) => held.includes(scope))) return forbidden(wanted);
  return { ok: true, caller: { claims: claimsOf(payload), scopes: held } };
}

/** The claims, or what is wrong with the token. Throws when the keys cannot be fetched, which says nothing about it. */
async function verify(
  token: string,
  keys: ReturnType<typeof createRemoteJWKSet>,
  issuer: string,
): Promise<JWTPayload | string> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'iat'],
    });
    return Number(payload.iat) * 1_000 > Date.now() ? 'the token was issued later' : payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'the token has expired';
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
      return 'the token is not valid';
    throw error;
  }
}

function isFor({ aud, client_id: clientId }: JWTPayload, audience: readonly string[]): boolean {
  const given = aud ?? clientId;
  return [given].flat().some((one) => typeof one === 'string' && audience.includes(one));
}

function scopesOf({ scope, scp }: JWTPayload): readonly string[] {
  const given = scope ?? scp;
  if (Array.isArray(given)) return given.map(String);
  return typeof given === 'string' ? given.split(' ') : [];
}

const claimsOf = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));

/** API Gateway gives every claim as text: a list as `[a b]`, an object as JSON. */
function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const unauthorized = (description: string): Authorization => ({
  ok: false,
  answer: message(401, 'Unauthorized', {
    'www-authenticate': `Bearer error="invalid_token" error_description="${description}"`,
  }),
});

const forbidden = (scopes: readonly string[]): Authorization => ({
  ok: false,
  answer: message(403, 'Forbidden', {
    'www-authenticate': `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`,
  }),
});

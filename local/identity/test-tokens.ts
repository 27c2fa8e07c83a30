import { SignJWT } from 'jose';
import { readSigningKey } from './secrets.ts';

export interface TestToken {
  readonly issuer: string;
  /** The issuer's folder: the token is signed with the same key as true ones. */
  readonly dir: string;
  readonly person: string;
  readonly scope: string;
}

/** A token that was good until an hour ago. */
export const issueExpiredToken = (token: TestToken): Promise<string> =>
  signed(token, { client_id: 'desk-web', exp: nowSeconds() - 3_600 });

/** A token that is right in everything but whom it is for: another client, and that as its audience. */
export const issueForAudience = (token: TestToken, audience: string): Promise<string> =>
  signed(token, { client_id: audience, aud: audience, exp: nowSeconds() + 3_600 });

async function signed(
  { issuer, dir, person, scope }: TestToken,
  claims: { readonly client_id: string; readonly exp: number; readonly aud?: string },
): Promise<string> {
  const { kid, alg, ...key } = readSigningKey(dir);
  const common = { iss: issuer, sub: person, username: person, token_use: 'access', scope };
  return new SignJWT({ ...common, ...claims, iat: claims.exp - 3_600 })
    .setProtectedHeader({ alg, kid })
    .sign({ ...key, alg });
}

const nowSeconds = (): number => Math.floor(Date.now() / 1_000);

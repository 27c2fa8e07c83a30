import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { keepSecret, readSecret } from './kept-file.ts';

const text = z.string().min(1);
/** A private RSA key, as RFC 7517 writes it. Cognito signs with RS256, so this does too. */
const SigningKey = z.object({
  kty: z.literal('RSA'),
  kid: text,
  alg: z.literal('RS256'),
  use: z.literal('sig'),
  ...{ n: text, e: text, d: text, p: text, q: text, dp: text, dq: text, qi: text },
});
export type SigningKey = z.infer<typeof SigningKey>;

const ClientSecrets = z.record(z.string(), text);

const keyFile = (dir: string): string => join(dir, 'signing-key.json');
const clientsFile = (dir: string): string => join(dir, 'machine-clients.json');

/** The key that signs tokens; kept under `dir`, so that tokens given before a restart are good after it. */
export const keptSigningKey = (dir: string): SigningKey =>
  keepSecret(keyFile(dir), SigningKey, (before) => before ?? newSigningKey());

/** The key of an issuer that has run in `dir`; throws when none has. */
export const readSigningKey = (dir: string): SigningKey => readSecret(keyFile(dir), SigningKey);

/** One secret a machine client; clients that are new get theirs, the others keep what they have. */
export function keptClientSecrets(
  dir: string,
  clientIds: readonly string[],
): Readonly<Record<string, string>> {
  return keepSecret(clientsFile(dir), ClientSecrets, (before) => {
    const missing = clientIds.filter((id) => before?.[id] === undefined);
    if (before && missing.length === 0) return before;
    return { ...before, ...Object.fromEntries(missing.map((id) => [id, newSecret()])) };
  });
}

/** Throws when no issuer has run in `dir`. */
export const readClientSecrets = (dir: string): Readonly<Record<string, string>> =>
  readSecret(clientsFile(dir), ClientSecrets);

function newSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(16).toString('base64url');
  return SigningKey.parse({
    ...privateKey.export({ format: 'jwk' }),
    kid,
    alg: 'RS256',
    use: 'sig',
  });
}

const newSecret = (): string => randomBytes(32).toString('base64url');

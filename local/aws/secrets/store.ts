import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { keepSecret } from '../../identity/kept-file.ts';
import type { HostClock, ResolvedResource, Resources } from '../../types.ts';
import { isArn } from '../arn.ts';
import { generateSecret, GenerateSecretString } from './generate.ts';
import { CURRENT, Secret, withVersion } from './secret.ts';

const SecretFile = z.record(z.string(), Secret);

/** The secrets, in a file that only its owner can read. */
export interface SecretStore {
  /** By name or by ARN, with or without the suffix. */
  find(id: string): Secret | undefined;
  save(secret: Secret): void;
  remove(name: string): void;
}

export interface SecretStoreOptions {
  readonly resources: Resources;
  readonly dir: string;
  readonly clock: HostClock;
}

/** Makes the secrets of the templates once; from then on they are what the file says. */
export function openSecretStore({ resources, dir, clock }: SecretStoreOptions): SecretStore {
  const path = join(dir, 'secrets.json');
  const declared = resources.ofType('AWS::SecretsManager::Secret');
  let secrets = keepSecret(path, SecretFile, (before = {}) => {
    const missing = declared.filter((one) => before[one.name] === undefined);
    const made = missing.map((one) => declaredSecret(one, clock.now()));
    return made.length === 0 ? before : { ...before, ...byName(made) };
  });
  const write = (next: typeof secrets) => {
    secrets = keepSecret(path, SecretFile, () => next);
  };
  return {
    find: (id) => {
      if (!isArn(id)) return secrets[id];
      const name = id.split(':secret:')[1] ?? id;
      return secrets[name] ?? secrets[name.slice(0, -SUFFIX_LENGTH - 1)];
    },
    save: (secret) => write({ ...secrets, [secret.name]: secret }),
    remove: (name) =>
      write(Object.fromEntries(Object.entries(secrets).filter(([key]) => key !== name))),
  };
}

const byName = (secrets: readonly Secret[]) =>
  Object.fromEntries(secrets.map((secret) => [secret.name, secret]));

const Declared = z.looseObject({
  Description: z.string().optional(),
  SecretString: z.string().optional(),
  GenerateSecretString: GenerateSecretString.optional(),
});

function declaredSecret(resource: ResolvedResource, at: number): Secret {
  const declared = Declared.parse(resource.properties);
  const secret = { ...emptySecret(resource.name, at), suffix: suffixOf(resource) };
  const described =
    declared.Description === undefined ? secret : { ...secret, description: declared.Description };
  const { SecretString: fixed, GenerateSecretString: asked } = declared;
  const string = fixed ?? (asked === undefined ? undefined : generateSecret(asked));
  if (string === undefined) return described;
  return withVersion(described, { id: randomUUID(), stages: [CURRENT], value: { string }, at });
}

/** The templates are resolved with an ARN of their own, which functions and policies then name. */
const suffixOf = ({ arn = '' }: ResolvedResource) => arn.slice(-SUFFIX_LENGTH);
const SUFFIX_LENGTH = 6;

export const emptySecret = (name: string, at: number): Secret => ({
  name,
  suffix: randomBytes(SUFFIX_LENGTH / 2).toString('hex'),
  createdAt: at,
  versions: {},
});

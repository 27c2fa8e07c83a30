import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { keepSecret } from '../../identity/kept-file.ts';
import type { Resources } from '../../types.ts';
import { lastSegment } from '../arn.ts';

const KeyFile = z.record(z.string(), z.string());
const MASTER_KEY_BYTES = 32;

export interface MasterKey {
  readonly keyId: string;
  readonly bytes: Buffer;
}

/** The master keys of the templates' AWS::KMS::Key resources. */
export interface MasterKeys {
  /** By key id, key ARN, alias name or alias ARN. */
  find(id: string): MasterKey | undefined;
}

/** Makes each key once and keeps it in a file that only its owner can read: without it no personal data can be read. */
export function openMasterKeys(resources: Resources, dir: string): MasterKeys {
  const keyIds = resources.ofType('AWS::KMS::Key').map((key) => key.ref);
  const kept =
    keyIds.length === 0
      ? {}
      : keepSecret(join(dir, 'kms-keys.json'), KeyFile, (before) => withKeys(before, keyIds));
  const aliases = aliasesOf(resources);
  return {
    find: (id) => {
      const keyId = aliases.get(aliasName(id)) ?? lastSegment(id);
      const bytes = kept[keyId];
      return bytes === undefined ? undefined : { keyId, bytes: Buffer.from(bytes, 'base64') };
    },
  };
}

function withKeys(before: z.infer<typeof KeyFile> | undefined, keyIds: readonly string[]) {
  const missing = keyIds.filter((keyId) => before?.[keyId] === undefined);
  if (before !== undefined && missing.length === 0) return before;
  const made = missing.map((keyId) => [keyId, randomBytes(MASTER_KEY_BYTES).toString('base64')]);
  return { ...before, ...(Object.fromEntries(made) as Record<string, string>) };
}

const Alias = z.looseObject({ AliasName: z.string(), TargetKeyId: z.string() });

const aliasesOf = (resources: Resources): ReadonlyMap<string, string> =>
  new Map(
    resources.ofType('AWS::KMS::Alias').map(({ properties }) => {
      const { AliasName, TargetKeyId } = Alias.parse(properties);
      return [AliasName, lastSegment(TargetKeyId)];
    }),
  );

/** `alias/x` of itself or of `arn:…:alias/x`. */
const aliasName = (id: string) => (id.includes('alias/') ? id.slice(id.indexOf('alias/')) : id);

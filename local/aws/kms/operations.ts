import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { contextOf } from '../../iam/context.ts';
import { formatArn } from '../arn.ts';
import type { Caller } from '../caller.ts';
import { AwsError, validationError } from '../error.ts';
import { operation, type Operation } from '../operation.ts';
import { type EncryptionContext, keyIdOf, seal, unseal } from './envelope.ts';
import type { MasterKeys } from './keys.ts';

const EncryptionContext = z.record(z.string(), z.string()).default({});
const GenerateDataKey = z.object({
  KeyId: z.string(),
  KeySpec: z.enum(['AES_256', 'AES_128']).optional(),
  NumberOfBytes: z.int().min(1).max(1024).optional(),
  EncryptionContext,
});
const Decrypt = z.object({
  CiphertextBlob: z.base64().transform((text) => Buffer.from(text, 'base64')),
  KeyId: z.string().optional(),
  EncryptionContext,
});

/** The operations of KMS by their name in X-Amz-Target (`TrentService.<name>`). */
export const kmsOperations = (keys: MasterKeys): Readonly<Record<string, Operation>> => ({
  GenerateDataKey: operation({
    input: GenerateDataKey,
    needs: ({ KeyId: id, EncryptionContext: context }, caller) => [
      need('kms:GenerateDataKey', { key: findKey(keys, id), caller, context }),
    ],
    run: (input, { caller }) => {
      const key = findKey(keys, input.KeyId);
      const plaintext = randomBytes(dataKeyBytes(input));
      return {
        KeyId: keyArn(key.keyId, caller),
        Plaintext: plaintext.toString('base64'),
        CiphertextBlob: seal(key, plaintext, input.EncryptionContext).toString('base64'),
      };
    },
  }),
  Decrypt: operation({
    input: Decrypt,
    needs: ({ CiphertextBlob: blob, EncryptionContext: context }, caller) => [
      need('kms:Decrypt', { key: findKey(keys, keyIdOf(blob) ?? ''), caller, context }),
    ],
    run: ({ CiphertextBlob: blob, KeyId: asked, EncryptionContext: context }, { caller }) => {
      const keyId = keyIdOf(blob) ?? '';
      if (asked !== undefined && findKey(keys, asked).keyId !== keyId)
        throw new AwsError(
          'IncorrectKeyException',
          'The key ID in the request does not identify a CMK that can perform this operation.',
        );
      const plaintext = unseal(keys, blob, context);
      if (plaintext === undefined) throw new AwsError('InvalidCiphertextException', '');
      return {
        KeyId: keyArn(keyId, caller),
        Plaintext: plaintext.toString('base64'),
        EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      };
    },
  }),
});

function findKey(keys: MasterKeys, id: string) {
  const key = keys.find(id);
  if (key !== undefined) return key;
  if (id === '') throw new AwsError('InvalidCiphertextException', '');
  throw new AwsError('NotFoundException', `Key '${id}' does not exist`);
}

function dataKeyBytes({ KeySpec: spec, NumberOfBytes: bytes }: z.infer<typeof GenerateDataKey>) {
  if ((spec === undefined) === (bytes === undefined))
    throw validationError('Please specify either number of bytes or key spec.');
  return bytes ?? (spec === 'AES_128' ? 16 : 32);
}

interface NeedOf {
  readonly key: { readonly keyId: string };
  readonly caller: Caller;
  readonly context: EncryptionContext;
}
const need = (action: string, { key, caller, context }: NeedOf) => ({
  action,
  resource: keyArn(key.keyId, caller),
  context: contextOf({
    ...Object.fromEntries(
      Object.entries(context).map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]]),
    ),
    'kms:EncryptionContextKeys': Object.keys(context),
  }),
});

const keyArn = (keyId: string, { region, account }: Caller) =>
  formatArn({ service: 'kms', region, account, resource: `key/${keyId}` });

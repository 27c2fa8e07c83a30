import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MasterKey, MasterKeys } from './keys.ts';

/** What the caller must state again to decrypt. */
export type EncryptionContext = Readonly<Record<string, string>>;

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Ciphertext: format, length and id of the master key, initialisation vector, tag, sealed bytes (AES-256-GCM). */
export function seal(key: MasterKey, plaintext: Buffer, context: EncryptionContext): Buffer {
  const keyId = Buffer.from(key.keyId);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(aadOf(context));
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const head = Buffer.from([FORMAT, keyId.length]);
  return Buffer.concat([head, keyId, iv, cipher.getAuthTag(), sealed]);
}

/** The key id in the ciphertext; undefined when it is none of ours. */
export function keyIdOf(ciphertext: Buffer): string | undefined {
  const [format, length] = ciphertext;
  if (format !== FORMAT || length === undefined) return undefined;
  return ciphertext.subarray(2, 2 + length).toString();
}

/** Undefined when the ciphertext, its key or the context is not the one it was sealed with. */
export function unseal(keys: MasterKeys, ciphertext: Buffer, context: EncryptionContext) {
  const keyId = keyIdOf(ciphertext);
  const key = keyId === undefined ? undefined : keys.find(keyId);
  if (keyId === undefined || key === undefined) return undefined;
  const rest = ciphertext.subarray(2 + Buffer.byteLength(keyId));
  const tag = rest.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  if (tag.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, rest.subarray(0, IV_BYTES))
    .setAAD(aadOf(context))
    .setAuthTag(tag);
  const start = decipher.update(rest.subarray(IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    return undefined;
  }
}

/** The order in which the pairs were given does not matter. */
const aadOf = (context: EncryptionContext) =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));

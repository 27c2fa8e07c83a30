import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { CaseKey, CaseRef } from '../../ports/keys.ts';

const ALGORITHM = 'aes-256-gcm';
/** 96 random bits: the size that GCM is made for; one key seals far fewer texts than the birthday bound allows. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A case's key from its plain bytes. What it seals opens only under the same key, for the same case. */
export const caseKeyFrom = (plainKey: Uint8Array, wrappedKey: string, ref: CaseRef): CaseKey => {
  const boundTo = Buffer.from(`${ref.jurisdictionId}/${ref.caseId}`);
  return {
    wrappedKey,
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, plainKey, nonce).setAAD(boundTo);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    unseal: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv(ALGORITHM, plainKey, nonce, { authTagLength: TAG_BYTES })
        .setAAD(boundTo)
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
  };
};

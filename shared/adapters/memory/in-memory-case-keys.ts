import { createHash } from 'node:crypto';
import type { CaseKey, CaseKeys, CaseRef } from '../../ports/keys.ts';
import { caseKeyFrom } from '../system/sealing.ts';

/** Keys that are derived from the case's own name: seals as the real ones do, protects nothing. For tests. */
export class InMemoryCaseKeys implements CaseKeys {
  generate(ref: CaseRef): Promise<CaseKey> {
    return this.open(ref, Buffer.from(`key of ${ref.caseId}`).toString('base64url'));
  }

  open(ref: CaseRef, wrappedKey: string): Promise<CaseKey> {
    const plain = createHash('sha256').update(wrappedKey).digest();
    return Promise.resolve(caseKeyFrom(plain, wrappedKey, ref));
  }
}

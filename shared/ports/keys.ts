import type { CaseId, JurisdictionId } from '../domain/case.ts';

export interface CaseRef {
  readonly jurisdictionId: JurisdictionId;
  readonly caseId: CaseId;
}

/** The data key of one case, ready for use. Held only while a request lasts. */
export interface CaseKey {
  readonly wrappedKey: string;
  /** AES-256-GCM, bound to the case; a fresh nonce each time. Gives base64url. */
  seal(text: string): string;
  /** Throws when the text was changed or belongs to another case. */
  unseal(sealed: string): string;
}

/** Makes and opens the data keys of cases (KMS in AWS). */
export interface CaseKeys {
  generate(ref: CaseRef): Promise<CaseKey>;
  open(ref: CaseRef, wrappedKey: string): Promise<CaseKey>;
}

/** Keyed, one-way fingerprints. The same input gives the same result as long as the deployment's secret lives. */
export interface Fingerprints {
  /** The id that a creation lands on whenever it is repeated. */
  caseId(of: {
    readonly jurisdictionId: JurisdictionId;
    readonly channel: string;
    readonly actor: string;
    readonly idempotencyKey: string;
  }): Promise<CaseId>;
  /** Blind index of a phone number in E.164: equal numbers, equal index, no way back. */
  caller(jurisdictionId: JurisdictionId, phone: string): Promise<string>;
  /**
   * Signs page cursors and proposals, names requests so that a retry is recognised without keeping what it said, names what
   * is learned from without naming its case, and gives the key under which words are compared.
   */
  sign(
    purpose: 'cursor' | 'request' | 'likeness' | 'proposal' | 'example',
    text: string,
  ): Promise<string>;
}

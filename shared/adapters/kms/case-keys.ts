import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import type { CaseKey, CaseKeys, CaseRef } from '../../ports/keys.ts';
import { CLIENT_LIMITS } from '../system/client-limits.ts';
import { caseKeyFrom } from '../system/sealing.ts';

/** Data keys wrapped by KMS, bound to their case by the encryption context. */
export class KmsCaseKeys implements CaseKeys {
  readonly #keyId: string;
  #client: KMSClient | undefined;

  /** The client is made from the environment at the first need when none is given. */
  constructor(keyId: string, client?: KMSClient) {
    this.#keyId = keyId;
    this.#client = client;
  }

  async generate(ref: CaseRef): Promise<CaseKey> {
    const { Plaintext, CiphertextBlob } = await this.#ready().send(
      new GenerateDataKeyCommand({
        KeyId: this.#keyId,
        KeySpec: 'AES_256',
        EncryptionContext: contextOf(ref),
      }),
    );
    if (Plaintext === undefined || CiphertextBlob === undefined) throw new Error('KMS gave no key');
    return caseKeyFrom(Plaintext, Buffer.from(CiphertextBlob).toString('base64url'), ref);
  }

  async open(ref: CaseRef, wrappedKey: string): Promise<CaseKey> {
    const { Plaintext } = await this.#ready().send(
      new DecryptCommand({
        KeyId: this.#keyId,
        CiphertextBlob: Buffer.from(wrappedKey, 'base64url'),
        EncryptionContext: contextOf(ref),
      }),
    );
    if (Plaintext === undefined) throw new Error('KMS gave no key');
    return caseKeyFrom(Plaintext, wrappedKey, ref);
  }

  #ready(): KMSClient {
    return (this.#client ??= new KMSClient(CLIENT_LIMITS));
  }
}

const contextOf = ({ jurisdictionId, caseId }: CaseRef) => ({ jurisdictionId, caseId });

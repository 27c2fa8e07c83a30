import type { KMSClient } from '@aws-sdk/client-kms';
import type { CaseKey, CaseKeys, CaseRef } from '../../ports/keys.ts';
import { caseKeyFrom } from '../system/sealing.ts';

/** Data keys wrapped by KMS, bound to their case by the encryption context. */
export class KmsCaseKeys implements CaseKeys {
  readonly #keyId: string;
  #client: Promise<KMSClient> | undefined;

  constructor(keyId: string) {
    this.#keyId = keyId;
  }

  async generate(ref: CaseRef): Promise<CaseKey> {
    const { GenerateDataKeyCommand } = await kms();
    const { Plaintext, CiphertextBlob } = await (
      await this.#kmsClient()
    ).send(
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
    const { DecryptCommand } = await kms();
    const { Plaintext } = await (
      await this.#kmsClient()
    ).send(
      new DecryptCommand({
        KeyId: this.#keyId,
        CiphertextBlob: Buffer.from(wrappedKey, 'base64url'),
        EncryptionContext: contextOf(ref),
      }),
    );
    if (Plaintext === undefined) throw new Error('KMS gave no key');
    return caseKeyFrom(Plaintext, wrappedKey, ref);
  }

  #kmsClient(): Promise<KMSClient> {
    return (this.#client ??= kms().then(({ KMSClient: Client }) => new Client({})));
  }
}

/** Loaded at the first need: a start that only lists cases does not pay for it. */
const kms = () => import('@aws-sdk/client-kms');

const contextOf = ({ jurisdictionId, caseId }: CaseRef) => ({ jurisdictionId, caseId });

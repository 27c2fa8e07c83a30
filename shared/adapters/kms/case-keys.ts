import type { KMSClient } from '@aws-sdk/client-kms';
import type { CaseKey, CaseKeys, CaseRef } from '../../ports/keys.ts';
import { CLIENT_LIMITS } from '../system/client-limits.ts';
import { caseKeyFrom } from '../system/sealing.ts';

/** Data keys wrapped by KMS, bound to their case by the encryption context. */
export class KmsCaseKeys implements CaseKeys {
  readonly #keyId: string;
  #client: Promise<KMSClient> | undefined;

  /** The client is made from the environment at the first need when none is given. */
  constructor(keyId: string, client?: KMSClient) {
    this.#keyId = keyId;
    this.#client = client === undefined ? undefined : Promise.resolve(client);
  }

  async generate(ref: CaseRef): Promise<CaseKey> {
    const { GenerateDataKeyCommand } = await sdk();
    const client = await this.#ready();
    const { Plaintext, CiphertextBlob } = await client.send(
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
    const { DecryptCommand } = await sdk();
    const client = await this.#ready();
    const { Plaintext } = await client.send(
      new DecryptCommand({
        KeyId: this.#keyId,
        CiphertextBlob: Buffer.from(wrappedKey, 'base64url'),
        EncryptionContext: contextOf(ref),
      }),
    );
    if (Plaintext === undefined) throw new Error('KMS gave no key');
    return caseKeyFrom(Plaintext, wrappedKey, ref);
  }

  #ready(): Promise<KMSClient> {
    return (this.#client ??= sdk().then(({ KMSClient: Client }) => new Client(CLIENT_LIMITS)));
  }
}

/** Loaded at the first need: a start that only lists cases does not pay for it. */
const sdk = () => import('@aws-sdk/client-kms');

const contextOf = ({ jurisdictionId, caseId }: CaseRef) => ({ jurisdictionId, caseId });

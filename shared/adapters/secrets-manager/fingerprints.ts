import type { Fingerprints } from '../../ports/keys.ts';
import { fingerprintsFrom } from '../system/hashed-fingerprints.ts';

/** Fingerprints under the deployment's secret, which is read once a process, at the first need. */
export class SecretFingerprints implements Fingerprints {
  readonly #secretId: string;
  #made: Promise<Fingerprints> | undefined;

  constructor(secretId: string) {
    this.#secretId = secretId;
  }

  async caseId(of: Parameters<Fingerprints['caseId']>[0]) {
    return (await this.#ready()).caseId(of);
  }

  async caller(...args: Parameters<Fingerprints['caller']>): Promise<string> {
    return (await this.#ready()).caller(...args);
  }

  async sign(...args: Parameters<Fingerprints['sign']>): Promise<string> {
    return (await this.#ready()).sign(...args);
  }

  /** A failed read is not kept: the next request tries again. */
  #ready(): Promise<Fingerprints> {
    this.#made ??= this.#read().catch((error: unknown) => {
      this.#made = undefined;
      throw error;
    });
    return this.#made;
  }

  async #read(): Promise<Fingerprints> {
    // Loaded at the first need: a start that only reads figures or lists does not pay for it.
    const { GetSecretValueCommand, SecretsManagerClient } =
      await import('@aws-sdk/client-secrets-manager');
    const command = new GetSecretValueCommand({ SecretId: this.#secretId });
    const { SecretString } = await new SecretsManagerClient({}).send(command);
    if (SecretString === undefined) throw new Error('The pepper secret holds no text');
    return fingerprintsFrom(SecretString);
  }
}

import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Fingerprints } from '../../ports/keys.ts';
import { CLIENT_LIMITS } from '../system/client-limits.ts';
import { fingerprintsFrom } from '../system/hashed-fingerprints.ts';

/** A phone number is easily guessed; only a long secret keeps its fingerprint from being found by trial. */
const MIN_LENGTH = 32;

/** Fingerprints under the deployment's secret, which is read once a process, at the first need. */
export class SecretFingerprints implements Fingerprints {
  readonly #secretId: string;
  readonly #client: SecretsManagerClient | undefined;
  #made: Promise<Fingerprints> | undefined;

  /** The client is made from the environment at the first need when none is given. */
  constructor(secretId: string, client?: SecretsManagerClient) {
    this.#secretId = secretId;
    this.#client = client;
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
    const client = this.#client ?? new SecretsManagerClient(CLIENT_LIMITS);
    const command = new GetSecretValueCommand({ SecretId: this.#secretId });
    const { SecretString } = await client.send(command);
    if (SecretString === undefined || SecretString.length < MIN_LENGTH) {
      throw new Error(`The pepper secret must hold at least ${MIN_LENGTH} characters`);
    }
    return fingerprintsFrom(SecretString);
  }
}

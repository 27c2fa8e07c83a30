import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { DepartmentCode } from '../../domain/department.ts';
import { WebhookSecret } from '../../domain/webhook.ts';
import type { WebhookSecrets } from '../../ports/webhooks.ts';

export interface WebhookSecretsOptions {
  /** Name of a department's secret without its code; holds the stage and the jurisdiction. */
  readonly prefix: string;
  /** Made from the environment at the first need when absent. */
  readonly client?: SecretsManagerClient;
}

/** One secret a department; its rotation is Secrets Manager's own pair AWSCURRENT and AWSPREVIOUS. */
export class SecretsManagerWebhookSecrets implements WebhookSecrets {
  readonly #prefix: string;
  #client: SecretsManagerClient | undefined;

  constructor({ prefix, client }: WebhookSecretsOptions) {
    this.#prefix = prefix;
    this.#client = client;
  }

  async current(department: DepartmentCode) {
    const found = await this.#read(department, 'AWSCURRENT');
    if (found === undefined) return undefined;
    const { SecretString, CreatedDate } = found;
    if (CreatedDate === undefined) throw new Error('Secrets Manager gave no date');
    return { secret: WebhookSecret.parse(SecretString), since: CreatedDate };
  }

  async previous(department: DepartmentCode): Promise<WebhookSecret | undefined> {
    const found = await this.#read(department, 'AWSPREVIOUS');
    return found === undefined ? undefined : WebhookSecret.parse(found.SecretString);
  }

  async create(department: DepartmentCode, secret: WebhookSecret): Promise<boolean> {
    const command = new CreateSecretCommand({
      Name: this.#nameOf(department),
      Description: `Signs the webhooks of ${department}`,
      SecretString: secret,
    });
    const created = await unless('ResourceExistsException', this.#ready().send(command));
    return created !== undefined;
  }

  async rotate(department: DepartmentCode, secret: WebhookSecret): Promise<boolean> {
    const command = new PutSecretValueCommand({
      SecretId: this.#nameOf(department),
      SecretString: secret,
    });
    const put = await unless('ResourceNotFoundException', this.#ready().send(command));
    return put !== undefined;
  }

  async #read(department: DepartmentCode, stage: 'AWSCURRENT' | 'AWSPREVIOUS') {
    const command = new GetSecretValueCommand({
      SecretId: this.#nameOf(department),
      VersionStage: stage,
    });
    return unless('ResourceNotFoundException', this.#ready().send(command));
  }

  #nameOf = (department: DepartmentCode): string => `${this.#prefix}${department}`;

  #ready(): SecretsManagerClient {
    return (this.#client ??= new SecretsManagerClient({}));
  }
}

/** Undefined for the one refusal that is an answer. */
async function unless<T>(refusal: string, sending: Promise<T>): Promise<T | undefined> {
  try {
    return await sending;
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === refusal) return undefined;
    throw thrown;
  }
}

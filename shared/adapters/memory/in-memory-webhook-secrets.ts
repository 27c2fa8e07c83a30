import type { DepartmentCode } from '../../domain/department.ts';
import type { WebhookSecret } from '../../domain/webhook.ts';
import type { Clock } from '../../ports/system.ts';
import type { WebhookSecrets } from '../../ports/webhooks.ts';

interface Version {
  readonly secret: WebhookSecret;
  readonly since: Date;
}

/** Secrets that last as long as the process. */
export class InMemoryWebhookSecrets implements WebhookSecrets {
  readonly #clock: Clock;
  /** Newest first. */
  readonly #versions = new Map<DepartmentCode, readonly Version[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  current(department: DepartmentCode): Promise<Version | undefined> {
    return Promise.resolve(this.#versions.get(department)?.[0]);
  }

  previous(department: DepartmentCode): Promise<WebhookSecret | undefined> {
    return Promise.resolve(this.#versions.get(department)?.[1]?.secret);
  }

  create(department: DepartmentCode, secret: WebhookSecret): Promise<boolean> {
    const isNew = !this.#versions.has(department);
    if (isNew) this.#versions.set(department, [{ secret, since: this.#clock.now() }]);
    return Promise.resolve(isNew);
  }

  rotate(department: DepartmentCode, secret: WebhookSecret): Promise<boolean> {
    const versions = this.#versions.get(department);
    if (versions === undefined) return Promise.resolve(false);
    const current = { secret, since: this.#clock.now() };
    this.#versions.set(department, [current, ...versions.slice(0, 1)]);
    return Promise.resolve(true);
  }
}

import type { AuditEntry } from '../../domain/audit.ts';
import type { DeliverySettings } from '../../domain/delivery.ts';
import type { DeliverySettingsStore, DepartmentRef } from '../../ports/delivery-settings.ts';
import { InMemoryAuditLog } from './in-memory-audit-log.ts';

/** Settings that last as long as the process. */
export class InMemoryDeliverySettings implements DeliverySettingsStore {
  readonly #settings = new Map<string, DeliverySettings>();
  readonly #log: InMemoryAuditLog;

  constructor(log = new InMemoryAuditLog()) {
    this.#log = log;
  }

  find(ref: DepartmentRef): Promise<DeliverySettings | undefined> {
    return Promise.resolve(this.#settings.get(keyOf(ref)));
  }

  save(ref: DepartmentRef, settings: DeliverySettings, audit: AuditEntry): Promise<void> {
    this.#log.add(ref.jurisdictionId, audit);
    this.#settings.set(keyOf(ref), settings);
    return Promise.resolve();
  }
}

const keyOf = ({ jurisdictionId, department }: DepartmentRef) => `${jurisdictionId}#${department}`;

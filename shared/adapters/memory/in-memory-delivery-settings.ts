import type { DeliverySettings } from '../../domain/delivery.ts';
import type { DeliverySettingsStore, DepartmentRef } from '../../ports/delivery-settings.ts';

/** Settings that last as long as the process. */
export class InMemoryDeliverySettings implements DeliverySettingsStore {
  readonly #settings = new Map<string, DeliverySettings>();

  find(ref: DepartmentRef): Promise<DeliverySettings | undefined> {
    return Promise.resolve(this.#settings.get(keyOf(ref)));
  }

  save(ref: DepartmentRef, settings: DeliverySettings): Promise<void> {
    this.#settings.set(keyOf(ref), settings);
    return Promise.resolve();
  }
}

const keyOf = ({ jurisdictionId, department }: DepartmentRef) => `${jurisdictionId}#${department}`;

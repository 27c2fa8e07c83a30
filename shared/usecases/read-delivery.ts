import { type DeliverySettings, INBOX_ONLY } from '../domain/delivery.ts';
import type { DeliverySettingsStore, DepartmentRef } from '../ports/delivery-settings.ts';

/** How the department is told now. Never shows the secret. */
export type ReadDelivery = (ref: DepartmentRef) => Promise<DeliverySettings>;

export const createReadDelivery =
  ({ settings }: { readonly settings: Pick<DeliverySettingsStore, 'find'> }): ReadDelivery =>
  async (ref) =>
    (await settings.find(ref)) ?? INBOX_ONLY;

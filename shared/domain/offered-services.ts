import { isActive } from './department.ts';
import type { Service, ServiceCode } from './service-catalog.ts';
import type { TextClassification } from './text/classifier.ts';

/**
 * What a model says of a text, without services that the province does not offer (any more): it was trained before, and nobody
 * is proposed them. Where the likeliest went, the next one is no better than a guess, so a person decides.
 */
export function offeredOnly(
  said: TextClassification,
  services: ReadonlyMap<ServiceCode, Service>,
): TextClassification {
  const isOffered = (code: ServiceCode): boolean => {
    const service = services.get(code);
    return service !== undefined && isActive(service);
  };
  const offered = said.services.filter(({ code }) => isOffered(code));
  if (offered.length === said.services.length) return said;
  const isBestGone = offered[0] !== said.services[0];
  return { ...said, services: offered, askPerson: said.askPerson || isBestGone };
}

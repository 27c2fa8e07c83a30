import type { Case } from './case.ts';
import type { RoutingFacts } from './routing-rule-match.ts';
import type { Service } from './service-catalog.ts';

/** What rules look at in a case of this service; `told` is no part of the case, and `words` null where nobody has opened them. */
export const routingFacts = (
  { areaCode, channel, priority, attributes, receivedAt }: Case,
  service: Service,
  told: Pick<RoutingFacts, 'words' | 'districtCode'>,
): RoutingFacts => ({ service, areaCode, channel, priority, attributes, receivedAt, ...told });

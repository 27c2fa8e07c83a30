import type { Case } from './case.ts';
import type { RoutingFacts } from './routing-rule-match.ts';
import type { Service } from './service-catalog.ts';

/** What rules look at in a case of this service; `words` are sealed apart, and null where nobody has opened them. */
export const routingFacts = (
  { areaCode, channel, priority, attributes, receivedAt }: Case,
  service: Service,
  words: string | null,
): RoutingFacts => ({ service, areaCode, channel, priority, attributes, receivedAt, words });

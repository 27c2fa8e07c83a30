import type { RoutingFacts } from '../../shared/domain/routing-rule-match.ts';
import { at, jurisdiction } from './case-builder.ts';

/** Told by phone on a Thursday morning; a test says only what matters to it. */
export const someFacts = (differing: Partial<RoutingFacts> = {}): RoutingFacts => ({
  service: aService(),
  areaCode: null,
  channel: 'phone',
  priority: 'normal',
  attributes: {},
  receivedAt: at('2020-03-05 09:00'),
  words: null,
  ...differing,
});

/** One of the catalogue, with members that a test sets itself. */
export function aService(
  differing: Partial<RoutingFacts['service']> = {},
  code = 'road-damage',
): RoutingFacts['service'] {
  const found = [...jurisdiction.services.values()].find((service) => service.code === code);
  if (found === undefined) throw new Error(`No service ${code}`);
  return { ...found, ...differing };
}

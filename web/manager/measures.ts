import type { Measure as Measured } from '../../shared/domain/statistics.ts';

/** Times of which percentiles are shown, in the order in which a case meets them. */
export const MEASURES = [
  ...(['handOff', 'firstResponse', 'firstResponseElapsed'] as const),
  ...(['resolution', 'lost'] as const),
] satisfies readonly Measured[];
export type Measure = (typeof MEASURES)[number];

/** As the domain has it, whose module would bring the schemas along. */
export const isWorkingTime = (measure: Measure): boolean =>
  measure === 'firstResponse' || measure === 'resolution';

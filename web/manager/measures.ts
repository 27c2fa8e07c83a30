/** Times of which percentiles are shown, in the order in which a case meets them. */
export const MEASURES = [
  ...(['handOff', 'firstResponse', 'firstResponseElapsed'] as const),
  ...(['resolution', 'lost'] as const),
];
export type Measure = (typeof MEASURES)[number];

export const isWorkingTime = (measure: Measure): boolean =>
  measure === 'firstResponse' || measure === 'resolution';

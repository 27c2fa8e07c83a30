import type { Series } from './figures.ts';

/** Rows that have a case in the period. */
export const shownRows = ({ rows }: Series): Series['rows'] =>
  rows.filter(({ counts }) => counts.received.some((count) => count > 0));

import { MIN_RANKING_SAMPLE } from '../../shared/domain/satisfaction.ts';
import type { Schemas } from '../platform/api.ts';
import type { CrossView } from './cross-words.ts';
import type { FigureKey } from './figure-names.ts';
import type { Share } from './figures.ts';
import { SHARE_PARTS, type ShareKey } from './share-parts.ts';

export type Cross = Schemas['CrossBody'];
/** A cell, a line or the total: of either cohort. */
export type CrossCell = Cross['total'];

/** What a table of each cohort can show: the first is shown until another is chosen. */
export const CROSS_FIGURES = {
  received: [
    ...(['received', 'incidents', 'receivedAnswered', 'answeredOfReceived'] as const),
    ...(['rejected', 'duplicate', 'withdrawn', 'citizenSilent'] as const),
  ],
  forwarded: [
    ...(['forwarded', 'answered', 'judged', 'satisfactory', 'ofForwarded', 'ofAnswered'] as const),
    ...(['ofJudged', 'judgedOfAnswered', 'satisfied', 'acceptable', 'unsatisfied'] as const),
    ...(['reopened', 'endedUnanswered'] as const),
  ],
} as const satisfies Record<CrossView, readonly FigureKey[]>;
export type CrossFigure = (typeof CROSS_FIGURES)[CrossView][number];

export const crossFigure = (view: CrossView, name: unknown): CrossFigure | undefined =>
  [...CROSS_FIGURES[view]].find((one) => one === name);

export const isShareKey = (figure: CrossFigure): figure is CrossFigure & ShareKey =>
  Object.hasOwn(SHARE_PARTS, figure);

export function countIn({ counts }: CrossCell, figure: FigureKey): number {
  const all: Readonly<Partial<Record<FigureKey, number>>> = counts;
  return all[figure] ?? 0;
}

/** How many cases of the cohort lie in it. */
export const sizeOf = (cell: CrossCell): number =>
  countIn(cell, 'forwarded' in cell.counts ? 'forwarded' : 'received');

export function shareIn(cell: CrossCell, figure: ShareKey): Share | undefined {
  const shares: Readonly<Partial<Record<ShareKey, Share>>> =
    'satisfaction' in cell ? satisfactionIn(cell) : { answeredOfReceived: cell.answeredOfReceived };
  return shares[figure];
}

function satisfactionIn({ satisfaction }: Extract<CrossCell, { satisfaction: unknown }>) {
  const { ofForwarded, ofAnswered, ofJudged, judgedOfAnswered } = satisfaction;
  return { ofForwarded, ofAnswered, ofJudged, judgedOfAnswered };
}

/** Too few cases for their rate to be held against others. */
export const isSmall = (cell: CrossCell): boolean => sizeOf(cell) < MIN_RANKING_SAMPLE;

/**
 * By what lines are compared: of a rate the lower end of its interval, as departments are ranked everywhere. Null where
 * nothing lies, or too little.
 */
export function rankOf(cell: CrossCell | undefined, figure: CrossFigure): number | null {
  if (cell === undefined) return null;
  if (!isShareKey(figure)) return countIn(cell, figure);
  return isSmall(cell) ? null : (shareIn(cell, figure)?.low ?? null);
}

import type { Definition } from '../statistics-definitions.ts';
import type { DeadlineFigures } from '../statistics-deadlines.ts';
import type { ContactFigures } from '../statistics-contact.ts';
import type { Figures } from '../statistics-figures.ts';
import type { TimeFigures } from '../statistics-percentiles.ts';
import type { ReturnCounts, ReturnedCases } from '../statistics-return-figures.ts';
import type { ProposalFigures, RoutingFigures } from '../statistics-routing-figures.ts';

/** `share` is 0 to 1; `minutes` run round the clock, `workingMinutes` in working time only. */
export const INDICATOR_UNITS = [
  'cases',
  'share',
  'minutes',
  'workingMinutes',
  'returns',
  'returnsPerCase',
] as const;
export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];

/** All figures of a period from which indicators are taken. */
export interface IndicatorSources {
  readonly headline: Figures & { readonly contact: ContactFigures };
  readonly byClass: ReadonlyMap<string, Figures>;
  readonly byChannel: ReadonlyMap<string, Figures>;
  readonly deadlines: DeadlineFigures;
  readonly times: TimeFigures;
  readonly routing: RoutingFigures & { readonly proposals?: ProposalFigures | undefined };
  readonly returns: ReturnCounts & { readonly perCase: ReturnedCases };
}

export interface IndicatorValue {
  /** Null where there is nothing to measure. */
  readonly value: number | null;
  /** Of a share; null of anything else. */
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** A number that a province's operations centre shows: always the same id, unit and meaning. */
export interface Indicator {
  readonly id: string;
  readonly unit: IndicatorUnit;
  readonly definition: Definition;
  /** Heading of docs/glossary.md. */
  readonly figure: string;
  readonly of: (sources: IndicatorSources) => IndicatorValue;
}

import { ok, type Result } from '../domain/result.ts';
import { returnDimension } from '../domain/statistics.ts';
import type { Period } from '../domain/statistics-period.ts';
import {
  type ProposalFigures,
  proposalFiguresOf,
  type RoutingFigures,
  routingFiguresOf,
} from '../domain/statistics-routing-figures.ts';
import {
  groupedByRouting,
  routedDimensionOf,
  type RoutingBreakdown,
} from '../domain/statistics-routing-rows.ts';
import type { RowLabel } from '../domain/statistics-rows.ts';
import type { MonthSum } from '../ports/statistics.ts';
import {
  addedUp,
  askedOf,
  type ReadRoutedPorts,
  type RoutedError,
  type RoutedQuestion,
} from './read-routed-sums.ts';

export interface RoutingOf extends RoutingFigures {
  /** In the total, and by class, month, model and rule, where proposals are counted. */
  readonly proposals?: ProposalFigures;
}

export interface Routing {
  readonly period: Period;
  /** When the counters were read. */
  readonly asOf: string;
  readonly total: RoutingOf;
  /** Empty without `by`. They add up to the total. */
  readonly rows: readonly (RowLabel & RoutingOf)[];
}

export type ReadRouting = (
  question: RoutedQuestion<RoutingBreakdown>,
) => Promise<Result<Routing, RoutedError>>;

/** Whether cases reached the right department at the first try, and what became of what the machine proposed. */
export const createReadRouting =
  (ports: ReadRoutedPorts): ReadRouting =>
  async (question) => {
    const asked = await askedOf(question, ports);
    if (!asked.ok) return asked;
    const { asOf, period, sources, sums } = asked.value;
    const { by } = question;
    const dimension = routedDimensionOf(by);
    const read = await sums([dimension, returnDimension(dimension)]);
    const withProposals = dimension === 'class' || dimension === 'routing';
    const figures = (own: readonly MonthSum[]): RoutingOf => {
      const total = addedUp(own);
      return {
        ...routingFiguresOf(total),
        ...(withProposals && { proposals: proposalFiguresOf(total) }),
      };
    };
    return ok({
      period,
      asOf,
      total: figures(read),
      rows:
        by === undefined
          ? []
          : groupedByRouting(read, by, sources).map(({ label, own }) => ({
              ...label,
              ...figures(own),
            })),
    });
  };

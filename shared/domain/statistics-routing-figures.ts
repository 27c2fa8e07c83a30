import { MIN_RANKING_SAMPLE, type Share, shareOf } from './satisfaction.ts';
import type { Counter } from './statistics.ts';
import type { ProposalCounter } from './statistics-counters.ts';

/** How many of the first routings were right, and of those that have been answered. Every number counts cases. */
export interface RoutingFigures {
  readonly counts: {
    readonly forwarded: number;
    readonly misrouted: number;
    readonly rightFirst: number;
    readonly answered: number;
    readonly answeredRightFirst: number;
  };
  readonly firstRouting: Share;
  /** Beside it, so that open cases, which nobody has refused yet, do not flatter. */
  readonly firstRoutingAnswered: Share;
  readonly firstRoutingRankable: boolean;
}

/** What became of what the machine proposed. */
export interface ProposalFigures {
  readonly counts: {
    /** By the service, of cases received in the period. */
    readonly proposals: number;
    readonly serviceKept: number;
    readonly serviceChanged: number;
    readonly serviceWrong: number;
    readonly serviceOpen: number;
    readonly serviceUnused: number;
    /** By the lead, of cases forwarded in the period. */
    readonly leadTaken: number;
    readonly leadTakenWrong: number;
    readonly leadChanged: number;
    readonly leadChangedRight: number;
    readonly leadUnproposed: number;
  };
  readonly serviceAccuracy: Share;
  readonly sureServiceAccuracy: Share;
  readonly sureShare: Share;
  readonly leadAccuracy: Share;
}

/** Each name is a heading of docs/glossary.md, where the figure is defined with a worked example. */
export const ROUTING_FIGURES = [
  'misrouted',
  'rightFirst',
  'answeredRightFirst',
  'firstRouting',
  'firstRoutingAnswered',
  'firstRoutingRankable',
  'proposals',
  'serviceKept',
  'serviceChanged',
  'serviceWrong',
  'serviceOpen',
  'serviceUnused',
  'leadTaken',
  'leadTakenWrong',
  'leadChanged',
  'leadChangedRight',
  'leadUnproposed',
  'serviceAccuracy',
  'sureServiceAccuracy',
  'sureShare',
  'leadAccuracy',
] as const;

/** Sums of counters. One that is missing is 0. */
export type Sums = Readonly<Partial<Record<Counter, number>>>;

export function routingFiguresOf({
  forwarded = 0,
  answered = 0,
  misrouted = 0,
  misroutedAnswered = 0,
}: Sums): RoutingFigures {
  const rightFirst = forwarded - misrouted;
  const answeredRightFirst = answered - misroutedAnswered;
  return {
    counts: { forwarded, misrouted, rightFirst, answered, answeredRightFirst },
    firstRouting: shareOf(rightFirst, forwarded),
    firstRoutingAnswered: shareOf(answeredRightFirst, answered),
    firstRoutingRankable: forwarded >= MIN_RANKING_SAMPLE,
  };
}

export function proposalFiguresOf(sums: Sums): ProposalFigures {
  const of = (...counters: readonly ProposalCounter[]): number =>
    counters.reduce((sum, counter) => sum + (sums[counter] ?? 0), 0);
  const kept = of('sureKept', 'unsureKept');
  const changed = of('sureChanged', 'unsureChanged');
  const wrong = of('sureWrong', 'unsureWrong');
  const sure = of('sureKept', 'sureChanged', 'sureWrong');
  const [open, unused] = [of('proposalOpen'), of('proposalUnused')];
  const judged = kept + changed + wrong;
  const [taken, takenWrong] = [of('leadTaken'), of('leadTakenWrong')];
  const [leadChanged, changedRight] = [of('leadChanged'), of('leadChangedRight')];
  return {
    counts: {
      proposals: judged + open + unused,
      serviceKept: kept,
      serviceChanged: changed,
      serviceWrong: wrong,
      serviceOpen: open,
      serviceUnused: unused,
      leadTaken: taken,
      leadTakenWrong: takenWrong,
      leadChanged,
      leadChangedRight: changedRight,
      leadUnproposed: of('leadUnproposed'),
    },
    serviceAccuracy: shareOf(kept, judged),
    sureServiceAccuracy: shareOf(of('sureKept'), sure),
    sureShare: shareOf(sure, judged),
    leadAccuracy: shareOf(taken - takenWrong + changedRight, taken + leadChanged),
  };
}

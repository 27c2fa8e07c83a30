import {
  judgedIn,
  type Satisfaction,
  satisfactionOf,
  satisfactoryIn,
  type Share,
  shareOf,
} from './satisfaction.ts';
import {
  CASE_COUNTERS,
  type CaseCounter,
  CONTACT_COUNTERS,
  HEADLINE_COUNTERS,
} from './statistics.ts';

export type Counts = Readonly<Record<CaseCounter, number>>;

/** What the statistics say of one group of cases. Every number counts cases. */
export interface Figures {
  readonly counts: Counts & {
    readonly incidents: number;
    readonly judged: number;
    readonly satisfactory: number;
  };
  readonly answeredOfReceived: Share;
  readonly satisfaction: Satisfaction;
  /** Of the answered: the ones whose citizen, or somebody for them, did not leave it at that. */
  readonly reopenRate: Share;
}

/** Each name is a heading of docs/glossary.md, where the figure is defined with a worked example. */
export const FIGURES = [
  ...HEADLINE_COUNTERS,
  'incidents',
  'judged',
  'satisfactory',
  'answeredOfReceived',
  'ofForwarded',
  'ofAnswered',
  'ofJudged',
  'judgedOfAnswered',
  'reopenRate',
  ...CONTACT_COUNTERS,
  'firstContactRate',
  'repeatRate',
  'interval',
  'rankable',
] as const;

export const figuresOf = (counts: Counts): Figures => ({
  counts: {
    ...counts,
    // Each report that follows another is a duplicate, and what it follows is not: that one is the incident.
    incidents: counts.received - counts.duplicate,
    judged: judgedIn(counts),
    satisfactory: satisfactoryIn(counts),
  },
  answeredOfReceived: shareOf(counts.receivedAnswered, counts.received),
  satisfaction: satisfactionOf(counts),
  reopenRate: shareOf(counts.reopened, counts.answered),
});

/** Adds counters up; one that is missing is 0. */
export function sumCounts(parts: readonly Partial<Counts>[]): Counts {
  const sums = Object.fromEntries(CASE_COUNTERS.map((counter) => [counter, 0])) as Record<
    CaseCounter,
    number
  >;
  for (const part of parts) {
    for (const counter of CASE_COUNTERS) sums[counter] += part[counter] ?? 0;
  }
  return sums;
}

import type { Case, FirstRoute, Hop, ReturnReason } from './case.ts';
import type { Proposed } from './proposed.ts';
import {
  type Cell,
  type Contribution,
  type CountableCase,
  NONE,
  type StatisticsContext,
} from './statistics.ts';
import { isEndWithoutAnswer, latestRoundSince } from './statistics-headline.ts';
import type { LeadFate, ServiceFate } from './statistics-counters.ts';

/**
 * How the case was first routed and what became of what the machine proposed. What is said of the routing lies on the
 * day of the first forwarding, what is said of the proposed service on the day of receipt, as in the headline.
 */
export function routingContributions(
  current: CountableCase,
  { localDay }: Pick<StatisticsContext, 'localDay'>,
): Contribution[] {
  const { class: caseClass, forwardedAt, proposed, receivedAt } = current;
  const withFate: Cell[] = [['class', caseClass ?? NONE], routingCell(current)];
  const contributions: Contribution[] = [];
  if (proposed !== null) {
    const counters = [serviceFateOf(current, proposed)];
    contributions.push({ day: localDay(receivedAt), counters, cells: withFate });
  }
  if (forwardedAt === null) return contributions;
  const day = localDay(forwardedAt);
  contributions.push({
    day,
    counters: isAnswered(current) ? ['forwarded', 'answered'] : ['forwarded'],
    cells: routedCells(current),
  });
  if (proposed !== null && current.firstRoute !== null) {
    const counters = leadFatesOf(current, { proposed, first: current.firstRoute });
    contributions.push({ day, counters, cells: withFate });
  }
  return contributions;
}

/** Where what is said of a routing is found, beside the dimensions of the headline. */
export const routedCells = (
  current: Pick<CountableCase, 'firstRoute' | 'proposed'>,
): ['agent' | 'routing', string][] => [
  ['agent', current.firstRoute?.by ?? NONE],
  routingCell(current),
];

/** Ways that are no rule: a code of a rule begins with a letter. */
export const BY_PERSON = '@person';
export const BY_CATALOGUE = '@catalogue';

/** `2020-03-01/vsip-by-name`: the classifier that had proposed, and the way by which the lead was chosen. */
const routingCell = ({
  proposed,
  firstRoute,
}: Pick<CountableCase, 'firstRoute' | 'proposed'>): ['routing', string] => [
  'routing',
  `${proposed?.model ?? NONE}/${firstRoute === null ? NONE : wayOf(firstRoute)}`,
];

const wayOf = ({ rule, named }: FirstRoute): string =>
  rule ?? (named === true ? BY_PERSON : BY_CATALOGUE);

/** What routed cases can be narrowed by beside what all cases can. */
export const ROUTING_NARROWINGS = ['model', 'rule', 'agent'] as const;
export type RoutingNarrowing = (typeof ROUTING_NARROWINGS)[number];

export const isRoutingNarrowing = (by: string): by is RoutingNarrowing =>
  (ROUTING_NARROWINGS as readonly string[]).includes(by);

/** No way holds a slash, so the last one parts it from the classifier. */
export function routingOf(value: string): { readonly model: string; readonly way: string } {
  const slash = value.lastIndexOf('/');
  return { model: value.slice(0, slash), way: value.slice(slash + 1) };
}

/** The line in which a value of the dimension `agent` or `routing` is added up. */
export function routingRowOf(value: string, by: RoutingNarrowing): string {
  if (by === 'agent') return value;
  return by === 'model' ? routingOf(value).model : routingOf(value).way;
}

/** A department that answered took the case for its own. */
export const isAnswered = (current: CountableCase): boolean =>
  current.forwardedAt !== null && latestRoundSince(current, current.forwardedAt) !== undefined;

/** Reasons that say it should not have been sent there. The others may be made good by the desk. */
const REFUSALS: ReadonlySet<ReturnReason> = new Set([
  'wrong_department',
  'wrong_place',
  'out_of_scope',
]);

const refusedBy = (lead: string, hops: readonly Hop[]): boolean =>
  hops.some(({ from, reason }) => from === lead && REFUSALS.has(reason));

/** Whether the first lead has turned out wrong: it refused the case, or somebody else leads it now. */
export function isMisrouted({ firstRoute, hops, lead }: CountableCase): boolean {
  if (firstRoute === null) return false;
  return refusedBy(firstRoute.lead, hops) || (lead !== null && lead !== firstRoute.lead);
}

/** Known once the case has been answered: until then a wrong proposal looks like a right one. */
function serviceFateOf(current: CountableCase, { service, sure }: Proposed): ServiceFate {
  const { rounds, closeReason, firstRoute, serviceCode } = current;
  if (rounds.length === 0) {
    return isEndWithoutAnswer(closeReason) ? 'proposalUnused' : 'proposalOpen';
  }
  const first = firstRoute?.service ?? serviceCode;
  const kept = serviceCode === service ? 'Kept' : 'Wrong';
  return `${sure ? 'sure' : 'unsure'}${first === service ? kept : 'Changed'}`;
}

function leadFatesOf(
  current: CountableCase,
  {
    proposed,
    first,
  }: { readonly proposed: Proposed; readonly first: NonNullable<Case['firstRoute']> },
): LeadFate[] {
  if (proposed.lead === null) return ['leadUnproposed'];
  if (proposed.lead === first.lead) {
    return isMisrouted(current) ? ['leadTaken', 'leadTakenWrong'] : ['leadTaken'];
  }
  const isRight = current.lead === proposed.lead && !refusedBy(proposed.lead, current.hops);
  return isRight ? ['leadChanged', 'leadChangedRight'] : ['leadChanged'];
}

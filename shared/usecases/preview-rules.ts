import type { Case, JurisdictionId } from '../domain/case.ts';
import { serviceOf } from '../domain/decisions/classify-and-route.ts';
import { type Jurisdiction, withRules } from '../domain/jurisdiction-lookups.ts';
import { proposeRoute, type RouteProposal } from '../domain/routing.ts';
import { routingFacts } from '../domain/routing-facts.ts';
import { needsWords } from '../domain/routing-rule-match.ts';
import type { RuleProblem } from '../domain/routing-rule-problems.ts';
import type { RoutingRules } from '../domain/routing-rule.ts';
import type { CasePlaces, PlacedCase } from '../ports/case-places.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { CaseKeys } from '../ports/keys.ts';
import { problemsOfRules, readCurrentRules, type RulesPorts } from './publish-rules.ts';
import { openWords } from './read-case.ts';
import { recentCases } from './recent-cases.ts';

/** Over so many of the latest cases rules are tried. */
export const DRY_RUN_CASES = 1_000;
/** Enough to see what a rule does; all of them would be a report. */
const EXAMPLES = 20;
/** Cases that are read at once. */
const AT_ONCE = 40;

export interface RulesPreview {
  /** Number of the rules that it was compared with. */
  readonly basedOn: number;
  readonly problems: readonly RuleProblem[];
  /** Null while there are problems. */
  readonly effect: RulesEffect | null;
}

export interface RulesEffect {
  /** Cases that were looked at, and those of them that have a service and so can be routed. */
  readonly looked: number;
  readonly routable: number;
  /** That would go elsewhere. */
  readonly changed: number;
  /** Of the cases that a department has or had last: how many go there by the rules of now, and by these. */
  readonly rightNow: number;
  readonly rightThen: number;
  readonly judged: number;
  /** How many each rule decides, now and then; what no rule decides is the catalogue's (null). */
  readonly byRule: readonly {
    readonly rule: string | null;
    readonly now: number;
    readonly then: number;
  }[];
  readonly examples: readonly RuleExample[];
}

export interface RuleExample {
  readonly case: Pick<Case, 'caseId' | 'trackingCode' | 'serviceCode' | 'areaCode' | 'summary'>;
  readonly now: RouteProposal;
  readonly then: RouteProposal;
}

export interface PreviewRulesPorts extends RulesPorts {
  readonly cases: CaseRepository;
  readonly places: CasePlaces;
  readonly keys: CaseKeys;
  /** With the calendar, departments and services of now. */
  readonly jurisdictionNow: () => Promise<Jurisdiction>;
}

/** What would change over the last cases if these rules were published. Changes nothing. */
export const createPreviewRules =
  (ports: PreviewRulesPorts) =>
  async (jurisdictionId: JurisdictionId, rules: RoutingRules): Promise<RulesPreview> => {
    const before = await readCurrentRules(jurisdictionId, ports);
    const problems = await problemsOfRules(jurisdictionId, rules, ports);
    if (problems.length > 0) return { basedOn: before.number, problems, effect: null };
    const dated = await ports.jurisdictionNow();
    const worlds = {
      now: withRules(dated, before),
      then: withRules(dated, { number: before.number + 1, rules }),
    };
    const recent = await recentCases(
      { jurisdictionId, limit: DRY_RUN_CASES },
      { ...ports, jurisdiction: dated },
    );
    const tried: Tried[] = [];
    for (let from = 0; from < recent.length; from += AT_ONCE) {
      const slice = recent.slice(from, from + AT_ONCE);
      const results = await Promise.all(
        slice.map((one) => tryCase(one, { jurisdictionId, worlds }, ports)),
      );
      tried.push(...results.filter((one) => one !== undefined));
    }
    return { basedOn: before.number, problems, effect: effectOf(recent.length, tried) };
  };

interface Worlds {
  readonly now: Jurisdiction;
  readonly then: Jurisdiction;
}
interface Tried {
  readonly case: Case;
  readonly now: RouteProposal;
  readonly then: RouteProposal;
}

/** Undefined for a case without a service, which nobody can route. */
async function tryCase(
  { caseId }: PlacedCase,
  { jurisdictionId, worlds }: { readonly jurisdictionId: JurisdictionId; readonly worlds: Worlds },
  { cases, keys }: PreviewRulesPorts,
): Promise<Tried | undefined> {
  const stored = await cases.find(jurisdictionId, caseId);
  const service = stored && serviceOf(stored.case, worlds.now);
  if (stored === undefined || service === undefined) return undefined;
  const opened = needsWords([...worlds.now.rules, ...worlds.then.rules]);
  const words = opened ? await openWords(stored, keys) : null;
  const facts = routingFacts(stored.case, service, { words });
  const propose = (world: Jurisdiction) => proposeRoute(facts, world);
  return { case: stored.case, now: propose(worlds.now), then: propose(worlds.then) };
}

function effectOf(looked: number, tried: readonly Tried[]): RulesEffect {
  const changed = tried.filter(({ now, then }) => target(now) !== target(then));
  const judged = tried.filter((one) => one.case.lead !== null);
  const right = (when: 'now' | 'then') =>
    judged.filter((one) => leadOf(one[when]) === one.case.lead).length;
  const codes = new Set(tried.flatMap(({ now, then }) => [now.rule, then.rule]));
  const decidedBy = (when: 'now' | 'then', rule: string | null) =>
    tried.filter((one) => one[when].rule === rule).length;
  return {
    looked,
    routable: tried.length,
    changed: changed.length,
    judged: judged.length,
    rightNow: right('now'),
    rightThen: right('then'),
    byRule: [...codes].map((rule) => ({
      rule,
      now: decidedBy('now', rule),
      then: decidedBy('then', rule),
    })),
    examples: changed.slice(0, EXAMPLES).map(exampleOf),
  };
}

const exampleOf = ({ case: current, now, then }: Tried): RuleExample => {
  const { caseId, trackingCode, serviceCode, areaCode, summary } = current;
  return { case: { caseId, trackingCode, serviceCode, areaCode, summary }, now, then };
};

const leadOf = (proposal: RouteProposal): string | null =>
  proposal.decided && proposal.to === 'departments' ? proposal.lead : null;

/** Where a case would go; the rule that says so may be another. */
const target = (proposal: RouteProposal): string =>
  proposal.decided && proposal.to === 'departments'
    ? [proposal.lead, ...[...proposal.supporting].sort()].join(' ')
    : proposal.because;

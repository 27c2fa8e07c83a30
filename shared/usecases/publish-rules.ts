import type { Actor } from '../domain/actor.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Digest } from '../domain/hash-chain.ts';
import { BUNDLED_RULES, type Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { NumberedRules, RulesPublication } from '../domain/published-rules.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { ruleProblems, type RuleProblem } from '../domain/routing-rule-problems.ts';
import type { RoutingRule, RoutingRules } from '../domain/routing-rule.ts';
import type { RulesVersionConflict, RuleStore } from '../ports/rule-store.ts';
import type { Clock } from '../ports/system.ts';
import { type DirectoryPorts, readDirectory } from './read-directory.ts';

export interface PublishRulesInput {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly idempotencyKey: string;
  /** Number of the rules that the decision was made on. */
  readonly basedOn: number;
  readonly rules: RoutingRules;
  readonly reason: string;
}

export interface RulesInvalid {
  readonly code: 'RULES_INVALID';
  readonly problems: readonly RuleProblem[];
}

export type PublishRulesError =
  RulesInvalid | RulesVersionConflict | { readonly code: 'IDEMPOTENCY_KEY_REUSED' };

/** `created` is false when the same request had been served before. */
export type PublishRules = (
  input: PublishRulesInput,
) => Promise<
  Result<{ readonly publication: RulesPublication; readonly created: boolean }, PublishRulesError>
>;

export interface RulesPorts extends DirectoryPorts {
  readonly rules: RuleStore;
}

/** The rules that hold now: those published last, else the bundled ones. */
export const readCurrentRules = async (
  jurisdictionId: JurisdictionId,
  { rules, jurisdiction }: Pick<RulesPorts, 'rules' | 'jurisdiction'>,
): Promise<NumberedRules> => (await rules.current(jurisdictionId)) ?? bundledRules(jurisdiction);

/** What is wrong with rules, held against the departments and services of this moment. */
export const problemsOfRules = async (
  jurisdictionId: JurisdictionId,
  rules: readonly RoutingRule[],
  ports: DirectoryPorts,
): Promise<readonly RuleProblem[]> =>
  ruleProblems(rules, (await readDirectory(jurisdictionId, ports)).jurisdiction);

export const bundledRules = ({ rules }: Jurisdiction): NumberedRules => ({
  number: BUNDLED_RULES,
  rules: [...rules],
});

/** Puts rules in force, for whatever is routed from a minute later on. Repeating the request changes nothing. */
export const createPublishRules =
  (ports: RulesPorts & { readonly clock: Clock; readonly digest: Digest }): PublishRules =>
  async (input) => {
    const { jurisdictionId, basedOn, rules } = input;
    const problems = await problemsOfRules(jurisdictionId, rules, ports);
    if (problems.length > 0) return err({ code: 'RULES_INVALID', problems });
    const before = await readCurrentRules(jurisdictionId, ports);
    if (before.number !== basedOn) {
      const conflict = { code: 'RULES_VERSION_CONFLICT', currentNumber: before.number } as const;
      return servedBefore(input, conflict, ports);
    }
    const publication: RulesPublication = {
      number: before.number + 1,
      publishedAt: ports.clock.now().toISOString(),
      publishedBy: input.by,
      reason: input.reason,
      rules: rules.length,
      ...differences(before.rules, rules),
      ...fingerprintsOf(input, ports.digest),
    };
    const audit = auditOf(publication);
    const published = await ports.rules.publish(jurisdictionId, { publication, rules, audit });
    return published.ok
      ? ok({ publication, created: true })
      : servedBefore(input, published.error, ports);
  };

/** Rules may be as large as a row can hold, and every publication keeps its own: those are named here. */
const auditOf = (publication: RulesPublication): AuditEntry => {
  const { number, publishedAt: at, publishedBy: by, reason } = publication;
  const { rules, added, removed, changed } = publication;
  return {
    ...{ at, by, kind: 'rules', of: String(number) },
    before: { number: number - 1 },
    after: { number, reason, rules, added, removed, changed },
  };
};

function differences(before: readonly RoutingRule[], after: readonly RoutingRule[]) {
  // Where a rule stands decides as much as what it says.
  const said = (rules: readonly RoutingRule[]) =>
    new Map<string, string>(
      rules.map((rule, place) => [rule.code, canonicalJson({ place, rule })]),
    );
  const [was, is] = [said(before), said(after)];
  return {
    added: [...is.keys()].filter((code) => !was.has(code)),
    removed: [...was.keys()].filter((code) => !is.has(code)),
    changed: [...is]
      .filter(([code, text]) => was.has(code) && was.get(code) !== text)
      .map(([code]) => code),
  };
}

const fingerprintsOf = (
  { by, idempotencyKey, rules, reason }: PublishRulesInput,
  digest: Digest,
): Pick<RulesPublication, 'requestKey' | 'requestHash'> => ({
  requestKey: digest(canonicalJson({ by: by.id, idempotencyKey })),
  requestHash: digest(canonicalJson({ rules, reason })),
});

/** What followed the rules that the caller had read tells whether it was this request that made them. */
async function servedBefore(
  input: PublishRulesInput,
  conflict: RulesVersionConflict,
  { rules, digest }: { readonly rules: RuleStore; readonly digest: Digest },
): ReturnType<PublishRules> {
  const { requestKey, requestHash } = fingerprintsOf(input, digest);
  const publication = await rules.publication(input.jurisdictionId, input.basedOn + 1);
  if (publication?.requestKey !== requestKey) return err(conflict);
  return publication.requestHash === requestHash
    ? ok({ publication, created: false })
    : err({ code: 'IDEMPOTENCY_KEY_REUSED' });
}

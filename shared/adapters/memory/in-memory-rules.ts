import type { JurisdictionId } from '../../domain/case.ts';
import { BUNDLED_RULES } from '../../domain/jurisdiction-lookups.ts';
import type { NumberedRules, RulesPublication } from '../../domain/published-rules.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { RulesPublishing, RulesVersionConflict, RuleStore } from '../../ports/rule-store.ts';
import { InMemoryAuditLog } from './in-memory-audit-log.ts';

/** Rules that last as long as the process. */
export class InMemoryRules implements RuleStore {
  readonly #published = new Map<string, RulesPublishing[]>();
  readonly #log: InMemoryAuditLog;

  constructor(log = new InMemoryAuditLog()) {
    this.#log = log;
  }

  currentNumber(jurisdictionId: JurisdictionId): Promise<number> {
    return Promise.resolve(this.#numberOf(jurisdictionId));
  }

  current(jurisdictionId: JurisdictionId): Promise<NumberedRules | undefined> {
    return this.find(jurisdictionId, this.#numberOf(jurisdictionId));
  }

  find(jurisdictionId: JurisdictionId, number: number): Promise<NumberedRules | undefined> {
    const found = this.#of(jurisdictionId)[number - 1];
    return Promise.resolve(found && structuredClone({ number, rules: found.rules }));
  }

  publication(
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<RulesPublication | undefined> {
    return Promise.resolve(structuredClone(this.#of(jurisdictionId)[number - 1]?.publication));
  }

  history(jurisdictionId: JurisdictionId): Promise<readonly RulesPublication[]> {
    const all = this.#of(jurisdictionId).map(({ publication }) => publication);
    return Promise.resolve(structuredClone(all).reverse());
  }

  publish(
    jurisdictionId: JurisdictionId,
    publishing: RulesPublishing,
  ): Promise<Result<null, RulesVersionConflict>> {
    const currentNumber = this.#numberOf(jurisdictionId);
    if (publishing.publication.number !== currentNumber + 1) {
      return Promise.resolve(err({ code: 'RULES_VERSION_CONFLICT', currentNumber }));
    }
    this.#log.add(jurisdictionId, publishing.audit);
    this.#published.set(jurisdictionId, [...this.#of(jurisdictionId), structuredClone(publishing)]);
    return Promise.resolve(ok(null));
  }

  #numberOf(jurisdictionId: JurisdictionId): number {
    return this.#of(jurisdictionId).at(-1)?.publication.number ?? BUNDLED_RULES;
  }

  #of(jurisdictionId: JurisdictionId): readonly RulesPublishing[] {
    return this.#published.get(jurisdictionId) ?? [];
  }
}

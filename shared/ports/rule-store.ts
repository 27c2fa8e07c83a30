import type { AuditEntry } from '../domain/audit.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { NumberedRules, RulesPublication } from '../domain/published-rules.ts';
import type { Result } from '../domain/result.ts';

export interface RulesVersionConflict {
  readonly code: 'RULES_VERSION_CONFLICT';
  readonly currentNumber: number;
}

export interface RulesPublishing {
  readonly publication: RulesPublication;
  readonly rules: NumberedRules['rules'];
  /** Stored with it or not at all. */
  readonly audit: AuditEntry;
}

/** The routing rules that a jurisdiction has published, in their order. Before the first the bundled ones hold (number 0). */
export interface RuleStore {
  /** Number of the rules that hold now; 0 while none were published. Cheap, and may lag behind by a moment. */
  currentNumber(jurisdictionId: JurisdictionId): Promise<number>;
  /** The rules that hold now; undefined while none were published. Sees every publication that was acknowledged. */
  current(jurisdictionId: JurisdictionId): Promise<NumberedRules | undefined>;
  /** Rules as they were published; undefined for a number that was not. Sees what `currentNumber` has told of. */
  find(jurisdictionId: JurisdictionId, number: number): Promise<NumberedRules | undefined>;
  publication(
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<RulesPublication | undefined>;
  /** Newest first. */
  history(jurisdictionId: JurisdictionId): Promise<readonly RulesPublication[]>;
  /** Publishes only on the rules that it was decided on: those before it in number. */
  publish(
    jurisdictionId: JurisdictionId,
    publishing: RulesPublishing,
  ): Promise<Result<null, RulesVersionConflict>>;
}

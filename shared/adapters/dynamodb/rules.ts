import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { JurisdictionId } from '../../domain/case.ts';
import {
  type NumberedRules,
  type RulesPublication,
  rulesPublication,
} from '../../domain/published-rules.ts';
import { err, type Result } from '../../domain/result.ts';
import { RoutingRules } from '../../domain/routing-rule.ts';
import type { RulesPublishing, RulesVersionConflict, RuleStore } from '../../ports/rule-store.ts';
import { auditWrite } from './audit-items.ts';
import { PublishedDocuments } from './published-documents.ts';

/** Published routing rules. A request holds 256 KB at most, so they fit into one item of 400 KB. */
export class DynamoDbRules implements RuleStore {
  readonly #tableName: string;
  readonly #published: PublishedDocuments<RulesPublication, RoutingRules>;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#tableName = tableName;
    this.#published = new PublishedDocuments(client, tableName, {
      name: 'rules',
      publication: rulesPublication,
      document: () => RoutingRules,
    });
  }

  currentNumber(jurisdictionId: JurisdictionId): Promise<number> {
    return this.#published.currentNumber(jurisdictionId, false);
  }

  async current(jurisdictionId: JurisdictionId): Promise<NumberedRules | undefined> {
    return this.find(jurisdictionId, await this.#published.currentNumber(jurisdictionId, true));
  }

  async find(jurisdictionId: JurisdictionId, number: number): Promise<NumberedRules | undefined> {
    const rules = await this.#published.find(jurisdictionId, number);
    return rules && { number, rules };
  }

  publication(
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<RulesPublication | undefined> {
    return this.#published.publication(jurisdictionId, number);
  }

  history(jurisdictionId: JurisdictionId): Promise<readonly RulesPublication[]> {
    return this.#published.history(jurisdictionId);
  }

  async publish(
    jurisdictionId: JurisdictionId,
    { publication, rules: document, audit }: RulesPublishing,
  ): Promise<Result<null, RulesVersionConflict>> {
    const published = await this.#published.publish(jurisdictionId, {
      publication,
      document,
      with: [auditWrite(jurisdictionId, audit, this.#tableName)],
    });
    return published.ok ? published : err({ code: 'RULES_VERSION_CONFLICT', ...published.error });
  }
}

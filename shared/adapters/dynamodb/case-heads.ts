import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Case, CaseId, JurisdictionId } from '../../domain/case.ts';
import type { CaseHeads } from '../../ports/case-heads.ts';
import { batchGet } from './batch-get.ts';
import { parseHead } from './case-items.ts';
import { casePartition, HEAD } from './case-keys.ts';

/** Half a read unit for each head, which is seldom larger than 1 KB. */
export class DynamoDbCaseHeads implements CaseHeads {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async heads(
    jurisdictionId: JurisdictionId,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, Case>> {
    const keys = caseIds.map((caseId) => ({ pk: casePartition(jurisdictionId, caseId), sk: HEAD }));
    const table = { client: this.#client, tableName: this.#tableName, consistent: false };
    const cases = (await batchGet(keys, table)).map((item) => parseHead(item).case);
    return new Map(cases.map((current) => [current.caseId, current]));
  }
}

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Case, CaseId, JurisdictionId } from '../../domain/case.ts';
import type { CallerPhones, CaseHeads } from '../../ports/case-heads.ts';
import { batchGet } from './batch-get.ts';
import { idsOf, parseHead } from './case-items.ts';
import { casePartition, HEAD, PERSONAL } from './case-keys.ts';

/** Half a read unit for each head, which is seldom larger than 1 KB. */
export class DynamoDbCaseHeads implements CaseHeads, CallerPhones {
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

  async withPhone(
    jurisdictionId: JurisdictionId,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlySet<CaseId>> {
    const keys = caseIds.map((caseId) => ({
      pk: casePartition(jurisdictionId, caseId),
      sk: PERSONAL,
    }));
    const table = { client: this.#client, tableName: this.#tableName, consistent: false };
    // The blind index of the phone is there where a phone is.
    const rows = await batchGet(keys, { ...table, only: ['pk', 'cpk'] });
    return new Set(rows.flatMap((row) => (row['cpk'] === undefined ? [] : [idsOf(row).caseId])));
  }
}

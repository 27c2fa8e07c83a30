import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CaseId, JurisdictionId } from '../../domain/case.ts';
import type { CaseFinder } from '../../ports/worklists.ts';
import { idsOf } from './case-items.ts';
import { callerPartition, trackingPartition } from './case-keys.ts';

/** Cases by tracking code and by caller, from indexes that hold keys only. */
export class DynamoDbCaseFinder implements CaseFinder {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, { tableName }: { readonly tableName: string }) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async byTrackingCode(
    jurisdictionId: JurisdictionId,
    trackingCode: string,
  ): Promise<CaseId | undefined> {
    const key = trackingPartition(jurisdictionId, trackingCode);
    return (await this.#keys({ index: 'tracking', attribute: 'tpk', key }, 1)).at(0);
  }

  byCaller(
    jurisdictionId: JurisdictionId,
    callerIndex: string,
    limit: number,
  ): Promise<readonly CaseId[]> {
    const key = callerPartition(jurisdictionId, callerIndex);
    return this.#keys({ index: 'caller', attribute: 'cpk', key }, limit);
  }

  async #keys(
    { index, attribute, key }: { index: string; attribute: string; key: string },
    limit: number,
  ): Promise<CaseId[]> {
    const answer = await this.#client.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: index,
        KeyConditionExpression: `${attribute} = :key`,
        ExpressionAttributeValues: { ':key': key },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return (answer.Items ?? []).map((item) => idsOf(item).caseId);
  }
}

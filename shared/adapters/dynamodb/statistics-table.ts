import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export interface StatisticsTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Partitions the journal is spread over; see JOURNAL_SHARDS. */
  readonly journalShards?: number;
  /** Partitions a month of cases is spread over; see LIST_SHARDS. */
  readonly listShards?: number;
  /** Bytes of the journal at which it is folded; see FOLD_AT_BYTES. */
  readonly foldAtBytes?: number;
}

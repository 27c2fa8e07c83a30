import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';

export type OnConsumed = (cost: ConsumedCapacity) => void;

/** A table whose calls may be watched. */
export interface Metered {
  readonly tableName: string;
  /** Told what each call cost; tests hold it against the budget. */
  readonly onConsumed?: OnConsumed;
}

/** Asks DynamoDB for the cost of a call only where somebody listens. */
export const watch = ({ onConsumed }: Pick<Metered, 'onConsumed'>) =>
  onConsumed === undefined ? {} : { ReturnConsumedCapacity: 'TOTAL' as const };

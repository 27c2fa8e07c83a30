import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';

export type Consumed = ConsumedCapacity | undefined;
export type OnConsumed = (cost: ConsumedCapacity) => void;

/** Asks DynamoDB for the cost of a call only where somebody listens. */
export const watch = ({ onConsumed }: { readonly onConsumed?: OnConsumed }) =>
  onConsumed === undefined ? {} : { ReturnConsumedCapacity: 'TOTAL' as const };

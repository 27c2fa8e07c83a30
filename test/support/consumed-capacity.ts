import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Capacity units that the calls of a client used since it was last reset. */
export interface Meter {
  /** Read and write units together, as DynamoDB bills them. */
  units(): number;
  reset(): void;
}

interface Consumed {
  readonly CapacityUnits?: number;
}

/** Asks for the consumed capacity of every call and adds it up. They do not vary with the machine. */
export function meter(client: DynamoDBDocumentClient): Meter {
  let units = 0;
  client.middlewareStack.add(
    (next) => async (call) => {
      Object.assign(call.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(call);
      const { ConsumedCapacity } = result.output as {
        ConsumedCapacity?: Consumed | readonly Consumed[];
      };
      for (const { CapacityUnits = 0 } of [ConsumedCapacity ?? []].flat()) units += CapacityUnits;
      return result;
    },
    { step: 'initialize', name: 'consumedCapacity' },
  );
  return {
    units: () => units,
    reset: () => {
      units = 0;
    },
  };
}

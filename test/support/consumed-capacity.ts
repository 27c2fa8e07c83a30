import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Capacity units that the calls of a client used since it was last reset. */
export interface Meter {
  /** Read and write units together, as DynamoDB bills them. */
  units(): number;
  /** Write units alone. */
  written(): number;
  reset(): void;
}

interface Consumed {
  readonly CapacityUnits?: number;
}

/** Asks for the consumed capacity of every call and adds it up. They do not vary with the machine. */
export function meter(client: DynamoDBDocumentClient): Meter {
  let units = 0;
  let written = 0;
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (call) => {
        Object.assign(call.input, { ReturnConsumedCapacity: 'TOTAL' });
        const result = await next(call);
        const { ConsumedCapacity } = result.output as {
          ConsumedCapacity?: Consumed | readonly Consumed[];
        };
        for (const { CapacityUnits = 0 } of [ConsumedCapacity ?? []].flat()) {
          units += CapacityUnits;
          if (isWrite(commandName)) written += CapacityUnits;
        }
        return result;
      },
    { step: 'initialize', name: 'consumedCapacity' },
  );
  return {
    units: () => units,
    written: () => written,
    reset: () => {
      units = 0;
      written = 0;
    },
  };
}

/** `TransactWriteItemsCommand`, `BatchWriteItemCommand` and those of single rows. */
const isWrite = (commandName: string): boolean => /Write|^(Put|Update|Delete)/.test(commandName);

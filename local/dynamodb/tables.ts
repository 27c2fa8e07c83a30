import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from './table-definitions.ts';

/**
 * Makes the tables that are not there yet and leaves the others as they are. Throws when one that is there has other
 * keys, indexes or stream than the template says: its rows would not be found.
 */
export async function createTables(
  client: DynamoDBClient,
  definitions: readonly TableDefinition[],
): Promise<void> {
  for (const definition of definitions) {
    const existing = await describe(client, definition.TableName);
    if (existing === undefined) await create(client, definition);
    else refuseOtherShape(definition, existing);
  }
}

async function describe(
  client: DynamoDBClient,
  TableName: string,
): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function create(client: DynamoDBClient, definition: TableDefinition): Promise<void> {
  const { TimeToLiveSpecification, StreamSpecification, ...rest } = definition;
  await client.send(
    new CreateTableCommand({
      ...rest,
      BillingMode: 'PAY_PER_REQUEST',
      ...(StreamSpecification && {
        StreamSpecification: { ...StreamSpecification, StreamEnabled: true },
      }),
    }),
  );
  if (TimeToLiveSpecification?.Enabled !== true) return;
  await client.send(
    new UpdateTimeToLiveCommand({ TableName: definition.TableName, TimeToLiveSpecification }),
  );
}

function refuseOtherShape(wanted: TableDefinition, existing: TableDescription): void {
  const [is, should] = [shapeOf(existing), shapeOf(wanted)];
  if (is === should) return;
  throw new Error(
    `The table ${wanted.TableName} in the local store does not have the shape of the template.\n` +
      `  store:    ${is}\n  template: ${should}\n` +
      'Delete the folder of the store (.local, unless --dir names another) to begin with an empty one.',
  );
}

/** The template's words and those of DescribeTable, as far as they are the same. */
interface Shaped {
  readonly KeySchema?: Keys;
  readonly GlobalSecondaryIndexes?: readonly ShapedIndex[] | undefined;
  readonly StreamSpecification?: { readonly StreamViewType?: string | undefined } | undefined;
}
interface ShapedIndex {
  readonly IndexName?: string | undefined;
  readonly KeySchema?: Keys;
  readonly Projection?: Projected;
}
type Projected =
  | {
      readonly ProjectionType?: string | undefined;
      readonly NonKeyAttributes?: readonly string[] | undefined;
    }
  | undefined;
type Keys =
  | readonly {
      readonly AttributeName?: string | undefined;
      readonly KeyType?: string | undefined;
    }[]
  | undefined;

const shapeOf = ({ KeySchema, GlobalSecondaryIndexes, StreamSpecification }: Shaped): string =>
  [
    `keys ${keysOf(KeySchema)}`,
    ...(GlobalSecondaryIndexes ?? [])
      .map(
        ({ IndexName, KeySchema: keys, Projection }) =>
          `index ${IndexName ?? ''} ${keysOf(keys)} ${projectionOf(Projection)}`,
      )
      .sort(),
    `stream ${StreamSpecification?.StreamViewType ?? 'none'}`,
  ].join('; ');

const keysOf = (schema: Keys): string =>
  (schema ?? [])
    .map(({ AttributeName, KeyType }) => `${AttributeName ?? ''}:${KeyType ?? ''}`)
    .join(',');

const projectionOf = (projection: Projected): string =>
  `${projection?.ProjectionType ?? ''}(${[...(projection?.NonKeyAttributes ?? [])].sort().join(' ')})`;

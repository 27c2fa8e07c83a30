import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  type IndexDefinition,
  type TableDefinition,
  tables,
} from '../../shared/adapters/dynamodb/tables.ts';

/** Physical names by the short ones. */
export type TableNames = Readonly<Record<TableDefinition['name'], string>>;

/** Creates the three tables as infra/ would, under names that end in `suffix`. */
export async function createTables(
  client: DynamoDBDocumentClient,
  suffix: string,
): Promise<TableNames> {
  const names: TableNames = {
    cases: `cases-${suffix}`,
    directory: `directory-${suffix}`,
    statistics: `statistics-${suffix}`,
  };
  for (const table of tables) await createTable(client, table, names[table.name]);
  return names;
}

export async function deleteTables(
  client: DynamoDBDocumentClient,
  names: TableNames,
): Promise<void> {
  for (const TableName of Object.values(names)) {
    await client.send(new DeleteTableCommand({ TableName }));
  }
}

async function createTable(
  client: DynamoDBDocumentClient,
  table: TableDefinition,
  TableName: string,
): Promise<void> {
  await client.send(new CreateTableCommand(creation(table, TableName)));
  if (table.timeToLive === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName,
      TimeToLiveSpecification: { AttributeName: table.timeToLive, Enabled: true },
    }),
  );
}

function creation(table: TableDefinition, TableName: string): CreateTableCommandInput {
  const keys = [table, ...table.indexes].flatMap(({ partitionKey, sortKey }) =>
    sortKey === undefined ? [partitionKey] : [partitionKey, sortKey],
  );
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(table),
    AttributeDefinitions: [...new Set(keys)].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    ...(table.indexes.length > 0 && { GlobalSecondaryIndexes: table.indexes.map(index) }),
    ...(table.stream && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  };
}

const index = (definition: IndexDefinition): GlobalSecondaryIndex => ({
  IndexName: definition.name,
  KeySchema: keySchema(definition),
  Projection:
    definition.projected.length === 0
      ? { ProjectionType: 'KEYS_ONLY' }
      : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...definition.projected] },
});

const keySchema = ({
  partitionKey,
  sortKey,
}: Pick<IndexDefinition, 'partitionKey' | 'sortKey'>): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: 'RANGE' as const }]),
];

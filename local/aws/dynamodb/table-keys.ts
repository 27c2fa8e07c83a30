import * as z from 'zod';
import type { ResolvedResource, Resources } from '../../types.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const Table = z.looseObject({
  KeySchema,
  GlobalSecondaryIndexes: z.array(z.looseObject({ IndexName: z.string(), KeySchema })).default([]),
});

/** Partition key attribute of a table or, with the second name, of its index. */
export type PartitionKeys = (table: string, index?: string) => string | undefined;

export function partitionKeys(resources: Resources): PartitionKeys {
  const tables = [
    ...resources.ofType('AWS::DynamoDB::Table'),
    ...resources.ofType('AWS::DynamoDB::GlobalTable'),
  ];
  const known = new Map(tables.flatMap(keysOf));
  // A local index shares the partition key of its table.
  return (table, index) =>
    (index === undefined ? undefined : known.get(`${table}/${index}`)) ?? known.get(table);
}

function keysOf(resource: ResolvedResource): readonly (readonly [string, string | undefined])[] {
  const { name } = resource;
  const table = Table.parse(resource.properties);
  return [
    [name, hashKey(table.KeySchema)],
    ...table.GlobalSecondaryIndexes.map(
      (index) => [`${name}/${index.IndexName}`, hashKey(index.KeySchema)] as const,
    ),
  ];
}

const hashKey = (schema: z.infer<typeof KeySchema>) =>
  schema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName;

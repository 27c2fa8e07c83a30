import * as z from 'zod';
import type { ResolvedResource, Resources } from '../types.ts';

const KeySchema = z
  .array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
  .min(1);

const Properties = z.object({
  KeySchema,
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema,
        Projection: z.object({
          ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
          NonKeyAttributes: z.array(z.string()).optional(),
        }),
      }),
    )
    .optional(),
  StreamSpecification: z
    .object({
      StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']),
    })
    .optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }).optional(),
});

/** A table as the template wants it. */
export type TableDefinition = z.infer<typeof Properties> & { readonly TableName: string };

export const tableDefinitions = (resources: Resources): readonly TableDefinition[] =>
  ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable']
    .flatMap((type) => resources.ofType(type))
    .map(toDefinition);

function toDefinition({ stack, logicalId, name, properties }: ResolvedResource): TableDefinition {
  const parsed = Properties.safeParse(properties);
  if (!parsed.success) throw new Error(`${stack}/${logicalId}: ${z.prettifyError(parsed.error)}`);
  return { TableName: name, ...parsed.data };
}

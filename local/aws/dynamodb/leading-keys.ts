import type { DynamodbRequest } from './request.ts';

type Item = Readonly<Record<string, unknown>>;

/** Values of the partition key, as text, for `dynamodb:LeadingKeys`. */
export function leadingKeys(
  items: readonly Item[],
  partitionKey: string | undefined,
): readonly string[] | undefined {
  if (partitionKey === undefined) return undefined;
  return items.map((item) => asText(item[partitionKey])).filter((key) => key !== undefined);
}

/** Partition key that a query asks for; undefined for a scan, which names none. */
export function leadingKeyOfQuery(
  request: DynamodbRequest,
  partitionKey: string | undefined,
): readonly string[] | undefined {
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} } = request;
  const asked = equalities(request).find(({ name }) => (names[name] ?? name) === partitionKey);
  const value = asked === undefined ? undefined : asText(values[asked.placeholder]);
  return value === undefined ? undefined : [value];
}

/** The `name = :placeholder` parts of the key condition. */
const equalities = ({ KeyConditionExpression: condition = '' }: DynamodbRequest) =>
  [...condition.matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g)].map(([, name = '', placeholder = '']) => ({
    name,
    placeholder,
  }));

/** A key attribute is a string, a number or bytes. */
function asText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [text] = Object.values(value) as unknown[];
  return typeof text === 'string' ? text : undefined;
}

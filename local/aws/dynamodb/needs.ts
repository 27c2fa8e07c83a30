import { contextOf, type Need } from '../../iam/context.ts';
import { formatArn, isArn } from '../arn.ts';
import type { Caller } from '../caller.ts';
import { AwsError } from '../error.ts';
import { leadingKeyOfQuery, leadingKeys } from './leading-keys.ts';
import type { DynamodbRequest } from './request.ts';
import type { PartitionKeys } from './table-keys.ts';

export interface DynamodbCall {
  readonly operation: string;
  readonly request: DynamodbRequest;
  readonly caller: Caller;
  readonly partitionKey: PartitionKeys;
}

/** A transaction is permitted by the actions of its items; there is no action for the transaction itself. */
const transactActions: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
};

/**
 * Permissions that a call needs.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
export function dynamodbNeeds(call: DynamodbCall): readonly Need[] {
  const { operation, request } = call;
  switch (operation) {
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return transactNeeds(call);
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return Object.entries(request.RequestItems ?? {}).map(([table, items]) => ({
        action: `dynamodb:${operation}`,
        resource: tableArn(table, call.caller),
        context: contextOf({
          ...commonContext(call.caller),
          'dynamodb:LeadingKeys': leadingKeys(itemsOfBatch(items), call.partitionKey(table)),
        }),
      }));
    default:
      return [singleNeed(call)];
  }
}

function transactNeeds({ operation, request, caller, partitionKey }: DynamodbCall) {
  return (request.TransactItems ?? []).flatMap((entry) =>
    Object.entries(entry).map(([kind, item]) => {
      const action = transactActions[kind];
      if (action === undefined)
        throw new AwsError('ValidationException', `A transaction cannot hold ${kind}`);
      return {
        action,
        resource: tableArn(item.TableName, caller),
        context: contextOf({
          ...commonContext(caller),
          'dynamodb:EnclosingOperation': [operation],
          'dynamodb:LeadingKeys': leadingKeys(
            [item.Item ?? item.Key ?? {}],
            partitionKey(item.TableName),
          ),
        }),
      };
    }),
  );
}

function singleNeed({ operation, request, caller, partitionKey }: DynamodbCall): Need {
  const action = `dynamodb:${operation}`;
  const { TableName: table, IndexName: index, StreamArn } = request;
  if (table === undefined) return { action, resource: StreamArn ?? '*' };
  const key = partitionKey(table, index);
  const item = request.Item ?? request.Key;
  const resource = tableArn(table, caller);
  return {
    action,
    resource: index === undefined ? resource : `${resource}/index/${index}`,
    context: contextOf({
      ...commonContext(caller),
      'dynamodb:Select': request.Select === undefined ? undefined : [request.Select],
      'dynamodb:LeadingKeys':
        item === undefined ? leadingKeyOfQuery(request, key) : leadingKeys([item], key),
    }),
  };
}

/** Loopback stands for TLS, so that a rule against plain HTTP does not refuse everything here. */
export const commonContext = ({ region, principal }: Caller) => ({
  'aws:SecureTransport': ['true'],
  'aws:RequestedRegion': [region],
  ...(principal === null
    ? {}
    : { 'aws:PrincipalArn': [`arn:aws:iam::${principal.account}:role/${principal.roleName}`] }),
});

const tableArn = (table: string, { region, account }: Caller) =>
  isArn(table)
    ? table
    : formatArn({ service: 'dynamodb', region, account, resource: `table/${table}` });

/** Keys and items of one table in BatchGetItem ({ Keys }) or BatchWriteItem (a list of Put and Delete requests). */
function itemsOfBatch(items: unknown): readonly Readonly<Record<string, unknown>>[] {
  const { Keys: keys } = items as { Keys?: Record<string, unknown>[] };
  if (keys !== undefined) return keys;
  const writes = items as Record<string, { Item?: object; Key?: object }>[];
  return writes.flatMap((write) =>
    Object.values(write).map(({ Item: item, Key: key }) => ({ ...item, ...key })),
  );
}

import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { AuditEntry } from '../../domain/audit.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import { StaffMember } from '../../domain/staff.ts';
import type { StaffRegister } from '../../ports/staff-directory.ts';
import { auditWrite } from './audit-items.ts';
import { transact } from './transact.ts';

const Row = z.object({ member: StaffMember });

/** Staff records in the `directory` table, one row a subject. */
export class DynamoDbStaffRegister implements StaffRegister {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async find(jurisdictionId: JurisdictionId, subject: string): Promise<StaffMember | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { pk: partition(jurisdictionId), sk: subject },
      }),
    );
    return Item === undefined ? undefined : Row.parse(Item).member;
  }

  async save(
    jurisdictionId: JurisdictionId,
    member: StaffMember,
    audit: AuditEntry,
  ): Promise<void> {
    const TableName = this.#tableName;
    const key = { pk: partition(jurisdictionId), sk: member.subject };
    await transact(this.#client, [
      { Put: { TableName, Item: { ...key, member } } },
      auditWrite(jurisdictionId, audit, TableName),
    ]);
  }

  async list(
    jurisdictionId: JurisdictionId,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ) {
    const pk = partition(jurisdictionId);
    // One more than asked for tells whether there is a next page.
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ...(after !== undefined && { ExclusiveStartKey: { pk, sk: after } }),
        Limit: limit + 1,
      }),
    );
    const members = Items.slice(0, limit).map((item) => Row.parse(item).member);
    return { members, next: Items.length > limit ? members.at(-1)?.subject : undefined };
  }
}

const partition = (jurisdictionId: JurisdictionId): string => `${jurisdictionId}#staff`;

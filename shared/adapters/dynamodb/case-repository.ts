import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { Case, CaseId, JurisdictionId } from '../../domain/case.ts';
import type { CaseEvent } from '../../domain/case-events.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { SlaRules } from '../../domain/sla-rules.ts';
import type {
  CaseChange,
  CaseExists,
  CaseRepository,
  NewCase,
  StoredCase,
  StoredDossier,
  VersionConflict,
} from '../../ports/case-repository.ts';
import {
  eventItem,
  headItem,
  type Item,
  parseEvent,
  partItem,
  personalItem,
} from './case-items.ts';
import { casePartition, eventSort, partSort } from './case-keys.ts';
import { readDossier, readState } from './case-reads.ts';
import { type Consumed, type OnConsumed, watch } from './consumed.ts';

export interface CasesTable {
  readonly tableName: string;
  readonly sla: SlaRules;
  /** Told what each call cost; tests hold it against the budget. */
  readonly onConsumed?: OnConsumed;
}

/** Two changes of one case that meet inside DynamoDB: the loser tries again, and then meets the version check. */
const CONFLICT_TRIES = 4;

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Cases in the `cases` table: one transaction a change, conditional on the version that it was decided on. */
export class DynamoDbCaseRepository implements CaseRepository {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: CasesTable;

  constructor(client: DynamoDBDocumentClient, table: CasesTable) {
    this.#client = client;
    this.#table = table;
  }

  async find(jurisdictionId: JurisdictionId, caseId: CaseId): Promise<StoredCase | undefined> {
    return (await readState(this.#client, this.#table, casePartition(jurisdictionId, caseId)))
      ?.stored;
  }

  async create(change: NewCase): Promise<Result<Case, CaseExists>> {
    const written = await this.#write([
      this.#put(headItem(change, this.#table.sla), 'attribute_not_exists(pk)'),
      this.#put(eventItem(change), 'attribute_not_exists(pk)'),
      this.#put(personalItem(change), 'attribute_not_exists(pk)'),
    ]);
    if (written) return ok(change.next);
    const { jurisdictionId, caseId } = change.next;
    const stored = await this.find(jurisdictionId, caseId);
    if (stored === undefined) throw new Error(`${caseId} exists and cannot be read`);
    return err({ code: 'CASE_EXISTS', stored });
  }

  async save(
    change: CaseChange & { readonly current: Case },
  ): Promise<Result<Case, VersionConflict>> {
    const { current, next } = change;
    const written = await this.#write([
      this.#put(headItem(change, this.#table.sla), 'version = :decidedOn', {
        ':decidedOn': current.version,
      }),
      this.#put(eventItem(change), 'attribute_not_exists(pk)'),
      ...this.#parts(current, next),
    ]);
    if (written) return ok(next);
    const stored = await this.find(next.jurisdictionId, next.caseId);
    return err({ code: 'VERSION_CONFLICT', currentVersion: stored?.case.version ?? 0 });
  }

  dossier(jurisdictionId: JurisdictionId, caseId: CaseId): Promise<StoredDossier | undefined> {
    return readDossier(this.#client, this.#table, casePartition(jurisdictionId, caseId));
  }

  async eventAt(
    jurisdictionId: JurisdictionId,
    caseId: CaseId,
    version: number,
  ): Promise<CaseEvent | undefined> {
    const { Item: item, ConsumedCapacity } = await this.#client.send(
      new GetCommand({
        TableName: this.#table.tableName,
        Key: { pk: casePartition(jurisdictionId, caseId), sk: eventSort(version) },
        ConsistentRead: true,
        ...watch(this.#table),
      }),
    );
    this.#consumed(ConsumedCapacity);
    return item === undefined ? undefined : parseEvent(item).event;
  }

  /** Only the rows that change: a part whose list or deadline stays as it was costs nothing. */
  #parts(current: Case, next: Case): Write[] {
    const before = new Map(current.parts.map((part) => [part.department, partItem(current, part)]));
    const after = next.parts.flatMap((part) => {
      const item = partItem(next, part);
      return sameRow(item, before.get(part.department)) ? [] : [item];
    });
    const kept = new Set(next.parts.map((part) => part.department));
    const gone = current.parts.filter(({ department }) => !kept.has(department));
    return [
      ...after.map((item) => this.#put(item)),
      ...gone.map((part) => ({
        Delete: {
          TableName: this.#table.tableName,
          Key: { pk: casePartition(next.jurisdictionId, next.caseId), sk: partSort(part) },
        },
      })),
    ];
  }

  #put(item: Item, condition?: string, values?: Record<string, unknown>): Write {
    return {
      Put: {
        TableName: this.#table.tableName,
        Item: { ...item },
        ...(condition !== undefined && { ConditionExpression: condition }),
        ...(values !== undefined && { ExpressionAttributeValues: values }),
      },
    };
  }

  /** False when a condition did not hold. */
  async #write(items: Write[]): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        const command = new TransactWriteCommand({ TransactItems: items, ...watch(this.#table) });
        for (const cost of (await this.#client.send(command)).ConsumedCapacity ?? []) {
          this.#consumed(cost);
        }
        return true;
      } catch (error) {
        const reasons = reasonsOf(error);
        if (reasons.includes('ConditionalCheckFailed')) return false;
        if (!reasons.includes('TransactionConflict') || tries === CONFLICT_TRIES) throw error;
      }
    }
  }

  #consumed(cost: Consumed): void {
    if (cost !== undefined) this.#table.onConsumed?.(cost);
  }
}

/** The version alone does not make a row worth rewriting: who acts reads the case first. */
const sameRow = (item: Item, before: Item | undefined): boolean =>
  before !== undefined &&
  JSON.stringify({ ...item, version: 0 }) === JSON.stringify({ ...before, version: 0 });

const reasonsOf = (error: unknown): readonly (string | undefined)[] =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code }) => Code)
    : [];

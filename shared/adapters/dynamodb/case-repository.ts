import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Case, CaseId, JurisdictionId, Part } from '../../domain/case.ts';
import type { CaseEvent } from '../../domain/case-events.ts';
import { err, ok, type Result } from '../../domain/result.ts';
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
  parseHead,
  partItem,
  personalItem,
} from './case-items.ts';
import { casePartition, eventSort, HEAD, isListed, partSort, type Listing } from './case-keys.ts';
import { readDossier, readState } from './case-reads.ts';
import { transact, type Write } from './transact.ts';

export interface CasesTable extends Listing {
  readonly tableName: string;
}

const NEW = { ConditionExpression: 'attribute_not_exists(pk)' };

/** Cases in the `cases` table: one transaction a change, conditional on the version that it was decided on. */
export class DynamoDbCaseRepository implements CaseRepository {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: CasesTable;

  constructor(client: DynamoDBDocumentClient, table: CasesTable) {
    this.#client = client;
    this.#table = table;
  }

  find(jurisdictionId: JurisdictionId, caseId: CaseId): Promise<StoredCase | undefined> {
    const pk = casePartition(jurisdictionId, caseId);
    return readState(this.#client, this.#table.tableName, pk);
  }

  async create(change: NewCase): Promise<Result<Case, CaseExists>> {
    const { next, event } = change;
    const written = await transact(this.#client, [
      this.#put(headItem(change, this.#table), NEW),
      this.#put(eventItem(change), NEW),
      this.#put(personalItem(change), NEW),
    ]);
    if (written.ok) return ok(next);
    const stored = await this.find(next.jurisdictionId, next.caseId);
    if (stored === undefined) throw new Error(`${next.caseId} exists and cannot be read`);
    return stored.lastHash === event.hash ? ok(next) : err({ code: 'CASE_EXISTS', stored });
  }

  async save(
    change: CaseChange & { readonly current: Case },
  ): Promise<Result<Case, VersionConflict>> {
    const { current, next, event } = change;
    const written = await transact(this.#client, [
      this.#put(headItem(change, this.#table), {
        ConditionExpression: 'version = :decidedOn',
        ExpressionAttributeValues: { ':decidedOn': current.version },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
      this.#put(eventItem(change), NEW),
      ...this.#parts(change),
      ...this.#targetStillStands(current, next),
    ]);
    if (written.ok) return ok(next);
    const { stored, index } = written.error;
    const found = stored === undefined ? undefined : parseHead(stored);
    // The answer to an earlier try of this very write was lost on its way; the hash tells that it was this one.
    if (found?.lastHash === event.hash) return ok(next);
    // The head comes first; where another write was refused, the case is still the version of the decision.
    const currentVersion = index === 0 ? (found?.case.version ?? 0) : current.version;
    return err({ code: 'VERSION_CONFLICT', currentVersion });
  }

  dossier(jurisdictionId: JurisdictionId, caseId: CaseId): Promise<StoredDossier | undefined> {
    return readDossier(this.#client, this.#table.tableName, casePartition(jurisdictionId, caseId));
  }

  async eventAt(
    jurisdictionId: JurisdictionId,
    caseId: CaseId,
    version: number,
  ): Promise<CaseEvent | undefined> {
    const { Item: item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table.tableName,
        Key: { pk: casePartition(jurisdictionId, caseId), sk: eventSort(version) },
        ConsistentRead: true,
      }),
    );
    return item === undefined ? undefined : parseEvent(item).event;
  }

  /** Only the rows that change: a part whose list and deadline stay as they were costs nothing. */
  #parts({ current, next, atRiskAt }: CaseChange & { readonly current: Case }): Write[] {
    const before = partRows(current);
    const after = partRows(next);
    const changed = [...after].filter(([sk, { row }]) => !sameRow(row, before.get(sk)?.row));
    const gone = [...before.keys()].filter((sk) => !after.has(sk));
    const pk = casePartition(next.jurisdictionId, next.caseId);
    return [
      ...changed.map(([, { part }]) => this.#put(partItem(next, part, atRiskAt[part.department]))),
      ...gone.map((sk) => ({ Delete: { TableName: this.#table.tableName, Key: { pk, sk } } })),
    ];
  }

  /** Two cases that are merged into each other at the same moment would both be gone: the later one must fail. */
  #targetStillStands(current: Case, { jurisdictionId, mergedInto }: Case): Write[] {
    if (mergedInto === null || mergedInto === current.mergedInto) return [];
    return [
      {
        ConditionCheck: {
          TableName: this.#table.tableName,
          Key: { pk: casePartition(jurisdictionId, mergedInto), sk: HEAD },
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(mergedInto)',
        },
      },
    ];
  }

  #put(item: Item, only: Omit<NonNullable<Write['Put']>, 'TableName' | 'Item'> = {}): Write {
    return { Put: { TableName: this.#table.tableName, Item: { ...item }, ...only } };
  }
}

/** By sort key; when each is at risk follows from the rest. */
const partRows = (current: Case): Map<string, { readonly part: Part; readonly row: Item }> =>
  new Map(
    current.parts
      .filter((part) => isListed(current, part))
      .map((part) => [partSort(part), { part, row: partItem(current, part) }]),
  );

/** The version alone does not make a row worth rewriting: who acts reads the case first. */
const sameRow = (row: Item, was: Item | undefined): boolean =>
  was !== undefined &&
  JSON.stringify({ ...row, version: 0 }) === JSON.stringify({ ...was, version: 0 });

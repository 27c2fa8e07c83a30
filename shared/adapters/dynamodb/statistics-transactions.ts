import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CountingStep } from '../../domain/statistics-counting.ts';
import type { Generation } from '../../ports/statistics.ts';
import { CounterChanges } from './statistics-changes.ts';
import { packNote } from './statistics-notes.ts';
import {
  countedKey,
  counterPlace,
  journalPartition,
  type Key,
  listPartition,
  placeOf,
  shardOf,
} from './statistics-keys.ts';

/** TransactWriteItems takes 100 items: the note of each case, and the entry. */
const CASES_AT_ONCE = 99;

type WriteItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export interface CountingTarget {
  readonly generation: Generation;
  readonly tableName: string;
  readonly journalShards: number;
  readonly listShards: number;
}

export interface CountingTransaction {
  readonly items: readonly WriteItem[];
  /** Of its entry in the journal. */
  readonly bytes: number;
}

/** The steps as transactions, each of whole cases with one entry of the journal for all that they change. */
export function* countingTransactions(
  steps: readonly CountingStep[],
  target: CountingTarget,
): Generator<CountingTransaction> {
  for (let start = 0; start < steps.length; start += CASES_AT_ONCE) {
    const some = steps.slice(start, start + CASES_AT_ONCE);
    const entry = entryOf(some, target);
    const items = [
      ...some.map((step) => noteOf(step, target)),
      {
        Put: {
          TableName: target.tableName,
          Item: entry,
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    ];
    yield { items, bytes: entry.changes.byteLength };
  }
}

/** Its key is its own: each version of a case is counted once in a generation. */
function entryOf(
  steps: readonly CountingStep[],
  { generation, journalShards }: CountingTarget,
): { readonly pk: string; readonly sk: string; readonly changes: Uint8Array } {
  const changes = new CounterChanges();
  for (const { increments } of steps) {
    for (const increment of increments) changes.add(counterPlace(increment), increment.by);
  }
  const [first] = steps;
  if (first === undefined) throw new Error('A transaction counts at least one case');
  return {
    pk: journalPartition(generation, shardOf(first.caseId, journalShards)),
    sk: `${first.caseId}#${first.to.version}`,
    changes: changes.pack(),
  };
}

/** Where the cases of these steps are listed from now on. */
export const listingsOf = (
  steps: readonly CountingStep[],
  { generation, listShards }: Pick<CountingTarget, 'generation' | 'listShards'>,
): Key[] =>
  steps.flatMap(({ caseId, listed: { receivedAt, months } }) =>
    months.map((month) => ({
      pk: listPartition(generation, { month, shard: shardOf(caseId, listShards) }),
      sk: placeOf(receivedAt, caseId),
    })),
  );

/** The condition is what makes it exactly once: the case must still be counted as the step found it. */
function noteOf(
  { caseId, from, to }: CountingStep,
  { generation, tableName: TableName }: CountingTarget,
): WriteItem {
  return {
    Put: {
      TableName,
      Item: { ...countedKey(generation, caseId), ...packNote(to) },
      ...(from === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :from',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':from': from },
          }),
    },
  };
}

/** Somebody else counted one of the cases, just before or at the same moment: look again, then try again. */
export function isConflict(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (thrown.name === 'TransactionConflictException') return true;
  if (thrown.name !== 'TransactionCanceledException') return false;
  // The name says that it has them; anything else in them, such as throttling, is an outage.
  const { CancellationReasons: reasons = [] } = thrown as {
    CancellationReasons?: readonly { readonly Code?: string }[];
  };
  const conflicts = ['None', 'ConditionalCheckFailed', 'TransactionConflict'];
  return reasons.length > 0 && reasons.every(({ Code }) => conflicts.includes(Code ?? 'None'));
}

import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CountingStep, Increment } from '../../domain/statistics-counting.ts';
import type { Generation } from '../../ports/statistics.ts';
import { packNote } from './statistics-notes.ts';
import {
  countedKey,
  type CounterPlace,
  counterPlace,
  type Key,
  listPartition,
  placeOf,
  shardOf,
} from './statistics-keys.ts';

/** Most that one TransactWriteItems may hold. */
const TRANSACTION_LIMIT = 100;

/**
 * Counters that one row may add to in one transaction. An update expression may have 4 KB and 300 operators; each of
 * these takes at most 12 bytes.
 */
const MAX_ADDITIONS = 250;

type WriteItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

export interface CountingTarget {
  readonly generation: Generation;
  readonly tableName: string;
  readonly shards: number;
  readonly listShards: number;
}

/**
 * The steps as transactions, each whole cases with the sum of what they change: 25 cases of a batch share the row
 * of their month and class, which is then written once.
 */
export function* countingTransactions(
  steps: readonly CountingStep[],
  target: CountingTarget,
): Generator<readonly WriteItem[]> {
  let draft = new Draft(target);
  for (const step of steps) {
    if (!draft.hasRoomFor(step)) {
      yield draft.items();
      draft = new Draft(target);
    }
    draft.add(step);
  }
  if (!draft.isEmpty) yield draft.items();
}

interface CounterRow {
  readonly key: Key;
  readonly sums: Map<string, number>;
}

/** Holds what one transaction will write. */
class Draft {
  readonly #target: CountingTarget;
  readonly #steps: CountingStep[] = [];
  #listed = 0;
  readonly #rows = new Map<string, CounterRow>();

  constructor(target: CountingTarget) {
    this.#target = target;
  }

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  /**
   * A case alone always has. With the ten supporting departments that one may have it writes fewer than 90 rows: old
   * and new of the headline, of its routing, its deadline and its times make 26, those of each part at most four, and
   * each of these days may lie in a month in which the case is not listed yet. One that was returned writes 14 more, and
   * three for each department that refused it.
   */
  hasRoomFor(step: CountingStep): boolean {
    if (this.isEmpty) return true;
    const rows = new Set(this.#rows.keys());
    for (const increment of step.increments) {
      const key = textOf(this.#placeOf(step, increment).key);
      rows.add(key);
      // Each case adds to few counters of a row, so a row that is not nearly full has room for them.
      if ((this.#rows.get(key)?.sums.size ?? 0) > MAX_ADDITIONS - step.increments.length) {
        return false;
      }
    }
    const listed = this.#listed + step.listed.months.length;
    return this.#steps.length + 1 + rows.size + listed <= TRANSACTION_LIMIT;
  }

  add(step: CountingStep): void {
    this.#steps.push(step);
    this.#listed += step.listed.months.length;
    for (const increment of step.increments) {
      const { key, attribute } = this.#placeOf(step, increment);
      const row = this.#rows.get(textOf(key)) ?? { key, sums: new Map<string, number>() };
      this.#rows.set(textOf(key), row);
      row.sums.set(attribute, (row.sums.get(attribute) ?? 0) + increment.by);
    }
  }

  items(): WriteItem[] {
    const rows = [...this.#rows.values()].flatMap((row) => this.#addition(row));
    const listed = this.#steps.flatMap((step) => this.#listing(step));
    return [...this.#steps.map((step) => this.#note(step)), ...listed, ...rows];
  }

  #listing({ caseId, listed: { receivedAt, months } }: CountingStep): WriteItem[] {
    const { generation, tableName: TableName, listShards } = this.#target;
    const shard = shardOf(caseId, listShards);
    return months.map((month) => ({
      Put: {
        TableName,
        Item: { pk: listPartition(generation, { month, shard }), sk: placeOf(receivedAt, caseId) },
      },
    }));
  }

  /** The condition is what makes it exactly once: the case must still be counted as the step found it. */
  #note({ caseId, from, to }: CountingStep): WriteItem {
    const { generation, tableName: TableName } = this.#target;
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

  /** Nothing where one case gave what another took back. */
  #addition({ key, sums }: CounterRow): WriteItem[] {
    const changed = [...sums].filter(([, by]) => by !== 0);
    if (changed.length === 0) return [];
    const additions = changed.map(([attribute]) => `${attribute} :${attribute}`);
    return [
      {
        Update: {
          TableName: this.#target.tableName,
          Key: { ...key },
          UpdateExpression: `ADD ${additions.join(', ')}`,
          ExpressionAttributeValues: Object.fromEntries(
            changed.map(([attribute, by]) => [`:${attribute}`, by]),
          ),
        },
      },
    ];
  }

  #placeOf({ caseId }: CountingStep, increment: Increment): CounterPlace {
    const { generation, shards } = this.#target;
    return counterPlace(increment, { generation, shard: shardOf(caseId, shards) });
  }
}

const textOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Somebody else changed one of the rows, just before or at the same moment: look again, then try again. */
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

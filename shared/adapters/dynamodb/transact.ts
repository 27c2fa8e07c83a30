import { setTimeout as pause } from 'node:timers/promises';
import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { err, ok, type Result } from '../../domain/result.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A condition did not hold. */
export interface ConditionFailed {
  readonly code: 'CONDITION_FAILED';
  /** Position of the first write whose condition did not hold. */
  readonly index: number;
  /** What lies where the first write should have gone, if that write asked for it. */
  readonly stored: Readonly<Record<string, unknown>> | undefined;
}

/**
 * DynamoDB refuses a transaction that meets another one on the same row, whatever its conditions say. The other one
 * ends within milliseconds, so a few tries are enough to come to the conditions.
 */
export const CONFLICT_TRIES = 4;
const FIRST_PAUSE_MS = 10;

/** Writes all or nothing. Throws when DynamoDB cannot be asked, or when conflicts do not end. */
export async function transact(
  client: DynamoDBDocumentClient,
  writes: readonly Write[],
): Promise<Result<null, ConditionFailed>> {
  for (let tries = 1; ; tries += 1) {
    const refused = await attempt(client, writes);
    if (refused === undefined) return ok(null);
    const codes = refused.reasons.map(({ Code }) => Code);
    const index = codes.indexOf('ConditionalCheckFailed');
    if (index >= 0) {
      return err({ code: 'CONDITION_FAILED', index, stored: itemOf(refused.reasons[0]) });
    }
    if (!codes.includes('TransactionConflict') || tries === CONFLICT_TRIES) throw refused.error;
    await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
  }
}

interface Refused {
  readonly error: TransactionCanceledException;
  readonly reasons: readonly CancellationReason[];
}

async function attempt(
  client: DynamoDBDocumentClient,
  writes: readonly Write[],
): Promise<Refused | undefined> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [...writes] }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return { error, reasons: error.CancellationReasons ?? [] };
  }
}

/** The document client leaves what errors carry as it came. */
const itemOf = (reason: CancellationReason | undefined) =>
  reason?.Item === undefined ? undefined : unmarshall(reason.Item);

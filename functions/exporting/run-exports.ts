import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { exportRetrySeconds, readExportMessage } from '../../shared/domain/export/case-export.ts';
import { causeOf, log } from '../../shared/platform/logger.ts';
import type { DeliveryDelays } from '../../shared/ports/deliveries.ts';
import type { ExportQueue } from '../../shared/ports/exports.ts';
import type { AdvanceExport } from '../../shared/usecases/advance-export.ts';
import type { GiveUpExport } from '../../shared/usecases/give-up-export.ts';

/** The longest part takes some four minutes: a narrow question that looks at a million cases for one file. */
const RESERVE_MS = 300_000;

export interface RunExportsDeps {
  readonly advanceExport: AdvanceExport;
  readonly giveUpExport: GiveUpExport;
  readonly queue: ExportQueue;
  readonly delays: DeliveryDelays;
  /** After so many tries the queue gives a message up. */
  readonly triesMost: number;
}

/** A run that fails comes again; after the last try whoever waits for the file is told. */
export const runExports =
  (deps: RunExportsDeps) =>
  async ({ Records: records }: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const mayGoOn = () => context.getRemainingTimeInMillis() > RESERVE_MS;
    const failed: SQSRecord[] = [];
    for (const record of records) if (!(await isDone(record, mayGoOn, deps))) failed.push(record);
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };

async function isDone(
  { body, receiptHandle, attributes }: SQSRecord,
  mayGoOn: () => boolean,
  { advanceExport, giveUpExport, queue, delays, triesMost }: RunExportsDeps,
): Promise<boolean> {
  const message = readExportMessage(body);
  if (message === undefined) {
    log('EXPORT_MESSAGE_INVALID');
    return false;
  }
  const { exportId } = message;
  const tries = Number(attributes.ApproximateReceiveCount);
  try {
    const { outcome, step, rows } = await advanceExport(message, mayGoOn);
    if (outcome === 'UNFINISHED') await queue.queue({ ...message, step });
    log('EXPORT_ADVANCED', { exportId, outcome, step, rows });
    return true;
  } catch (error) {
    log('EXPORT_FAILED', { exportId, tries, ...causeOf(error) });
    if (tries >= triesMost) await giveUpExport(message);
    else await delays.postpone(receiptHandle, exportRetrySeconds(tries));
    return false;
  }
}

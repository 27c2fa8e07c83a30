import type { ExportMessage } from '../../domain/export/case-export.ts';
import type { ExportQueue } from '../../ports/exports.ts';
import { sendBatch, type SqsQueue } from './send-batch.ts';

/** A FIFO queue whose message group is an export: no two runs of one work at a time, and none waits for another. */
export class SqsExportQueue implements ExportQueue {
  readonly #queue: SqsQueue;

  constructor(queue: SqsQueue) {
    this.#queue = queue;
  }

  async queue(message: ExportMessage): Promise<void> {
    const { owner, exportId, step } = message;
    const entry = {
      at: 0,
      MessageBody: JSON.stringify(message),
      MessageGroupId: `${owner}${exportId}`,
      MessageDeduplicationId: `${owner}${exportId}-${step}`,
    };
    const sent = await sendBatch(this.#queue, [entry]);
    if (!sent.ok)
      throw new Error(`The queue of exports did not take a message: ${sent.error.because}`);
  }
}

import type { IntakeMessage } from '../../domain/intake.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { IntakeNotQueued, IntakeQueue } from '../../ports/intake-queue.ts';
import { BATCH_LIMIT, sendBatch, type SqsQueue } from './send-batch.ts';

/** A standard queue: messages are of cases of their own, and their order means nothing. */
export class SqsIntakeOutbox implements IntakeQueue {
  readonly #queue: SqsQueue;

  constructor(queue: SqsQueue) {
    this.#queue = queue;
  }

  async queue(messages: readonly IntakeMessage[]): Promise<Result<null, IntakeNotQueued>> {
    const entries = messages.map((message, at) => ({ at, MessageBody: JSON.stringify(message) }));
    for (let from = 0; from < entries.length; from += BATCH_LIMIT) {
      const sent = await sendBatch(this.#queue, entries.slice(from, from + BATCH_LIMIT));
      if (!sent.ok) return err({ code: 'INTAKE_NOT_QUEUED', ...sent.error });
    }
    return ok(null);
  }
}

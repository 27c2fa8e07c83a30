import type { IntakeMessage } from '../../domain/intake.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { IntakeNotQueued, IntakeQueue } from '../../ports/intake-queue.ts';

/** Keeps what was queued, in order; `isRefused` plays a queue that takes no more from some message on. */
export class InMemoryIntakeQueue implements IntakeQueue {
  readonly queued: IntakeMessage[] = [];
  readonly #isRefused: (message: IntakeMessage) => boolean;

  constructor(isRefused: (message: IntakeMessage) => boolean = () => false) {
    this.#isRefused = isRefused;
  }

  queue(messages: readonly IntakeMessage[]): Promise<Result<null, IntakeNotQueued>> {
    const at = messages.findIndex(this.#isRefused);
    this.queued.push(...(at === -1 ? messages : messages.slice(0, at)));
    const refused = err({ code: 'INTAKE_NOT_QUEUED', at, because: 'Throttled' } as const);
    return Promise.resolve(at === -1 ? ok(null) : refused);
  }
}

import type { DeliveryMessage } from '../../domain/delivery.ts';
import { ok, type Result } from '../../domain/result.ts';
import type {
  DeliveriesNotQueued,
  DeliveryDelays,
  DeliveryOutbox,
  DeliveryRepeats,
} from '../../ports/deliveries.ts';
import type { Clock } from '../../ports/system.ts';

/** As the real queue: the time in which a message that was queued again leaves once. */
const REPETITION_MS = 5 * 60_000;
const VISIBILITY_TIMEOUT_MS = 180_000;

export interface ReceivedDelivery {
  readonly message: DeliveryMessage;
  readonly receipt: string;
  /** How often it has been received, this time included. */
  readonly tries: number;
}

interface Queued {
  readonly message: DeliveryMessage;
  visibleAt: number;
  tries: number;
  receipt: string | undefined;
}

/** A queue with a group for each department that lasts as long as the process. */
export class InMemoryDeliveryQueue implements DeliveryOutbox, DeliveryRepeats, DeliveryDelays {
  readonly #clock: Clock;
  readonly #lastQueuedAt = new Map<string, number>();
  #waiting: readonly Queued[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  queue(messages: readonly DeliveryMessage[]): Promise<Result<null, DeliveriesNotQueued>> {
    for (const message of messages) this.#take(message, nameOf(message));
    return Promise.resolve(ok(null));
  }

  repeat(message: DeliveryMessage): Promise<Result<null, DeliveriesNotQueued>> {
    this.#take(message, `${nameOf(message)}-again`);
    return Promise.resolve(ok(null));
  }

  #take(message: DeliveryMessage, name: string): void {
    const now = this.#now();
    if (now - (this.#lastQueuedAt.get(name) ?? -Infinity) < REPETITION_MS) return;
    this.#lastQueuedAt.set(name, now);
    const queued = { message, visibleAt: now, tries: 0, receipt: undefined };
    this.#waiting = [...this.#waiting, queued];
  }

  postpone(receipt: string, seconds: number): Promise<void> {
    const queued = this.#waiting.find((one) => one.receipt === receipt);
    if (queued === undefined) return Promise.reject(new Error('The message is not in flight'));
    queued.visibleAt = this.#now() + seconds * 1000;
    return Promise.resolve();
  }

  /** The oldest message that is not kept back, nor behind one of its department that is. */
  receive(): ReceivedDelivery | undefined {
    const heads = Map.groupBy(this.#waiting, ({ message }) => message.department);
    const [next] = [...heads.values()]
      .flatMap((group) => group.slice(0, 1))
      .filter(({ visibleAt }) => visibleAt <= this.#now());
    if (next === undefined) return undefined;
    next.tries += 1;
    next.visibleAt = this.#now() + VISIBILITY_TIMEOUT_MS;
    const { message, tries } = next;
    next.receipt = `${nameOf(message)}-${tries}`;
    return { message, tries, receipt: next.receipt };
  }

  done(receipt: string): void {
    this.#waiting = this.#waiting.filter((one) => one.receipt !== receipt);
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

const nameOf = ({ caseId, version, department }: DeliveryMessage): string =>
  `${caseId}-${version}-${department}`;

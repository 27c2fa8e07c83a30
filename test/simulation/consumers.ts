import { InMemoryIntakeQueue } from '../../shared/adapters/memory/in-memory-intake-queue.ts';
import type { DeliveryMessage } from '../../shared/domain/delivery.ts';
import type { DeliveryOutbox } from '../../shared/ports/deliveries.ts';
import { createPublishEvents, type PublishEvents } from '../../shared/usecases/publish-event.ts';
import {
  type Statistics,
  type StatisticsPorts,
  statisticsOver,
} from '../contract/statistics-support.ts';
import { type Chance, jurisdiction } from '../support/random-cases.ts';
import { type Faults, Outage } from './faults.ts';
import type { Commit } from './store.ts';

const LARGEST_BATCH = 12;

interface Around {
  readonly chance: Chance;
  readonly faults: Faults;
  readonly stream: readonly Commit[];
  readonly statistics: StatisticsPorts;
}

/** The two readers of the stream, each with a place of its own in it. */
export class Consumers {
  /** Every message that reached the queue, in the order in which it did; one that was queued again stands twice. */
  readonly queued: DeliveryMessage[] = [];
  /** The same of those that are left to the machine. */
  readonly intakeQueue = new InMemoryIntakeQueue();
  readonly #around: Around;
  readonly #project: Statistics['project'];
  readonly #publish: PublishEvents;
  #projected = 0;
  #published = 0;

  constructor(around: Around) {
    this.#around = around;
    const { faults, statistics } = around;
    const ledger = faults.around(statistics.ledger);
    this.#project = statisticsOver({ ...statistics, ledger }).project;
    this.#publish = createPublishEvents({
      outbox: this.#outbox(),
      intakeQueue: this.intakeQueue,
      intake: jurisdiction.intake,
    });
  }

  /** Each reader goes on by a batch, or fails and stays where it is. */
  async takeBatch(): Promise<void> {
    await this.#projectNext();
    await this.#publishNext();
  }

  /** To the end of the stream, with pieces of it delivered once more, as a re-drive does days later. */
  async drain(): Promise<void> {
    const { stream, chance } = this.#around;
    while (this.#projected < stream.length) await this.#projectNext();
    while (this.#published < stream.length) await this.#publishNext();
    for (let redrive = 0; redrive < 3; redrive += 1) {
      const from = chance.below(stream.length);
      await this.#tryProject(stream.slice(from, from + 1 + chance.below(LARGEST_BATCH)));
    }
  }

  async #projectNext(): Promise<void> {
    const { stream, chance } = this.#around;
    const from = this.#projected;
    const batch = stream.slice(from, from + 1 + chance.below(LARGEST_BATCH));
    if (batch.length === 0) return;
    const taken = await this.#tryProject(batch);
    // The checkpoint is behind what was counted when the reader dies between the two: then it is delivered again.
    if (!taken || chance.onceIn(5)) return;
    // Another reader may have come further meanwhile.
    this.#projected = Math.max(this.#projected, from + batch.length);
  }

  async #tryProject(batch: readonly Commit[]): Promise<boolean> {
    try {
      await this.#project(batch.map((commit) => commit.case));
      return true;
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
      return false;
    }
  }

  async #publishNext(): Promise<void> {
    const { stream, chance } = this.#around;
    const from = this.#published;
    const batch = stream.slice(from, from + 1 + chance.below(LARGEST_BATCH));
    const result = await this.#publish(batch.map(({ published }) => published));
    const taken = result.ok ? batch.length : result.error.at;
    if (!chance.onceIn(5)) this.#published = Math.max(this.#published, from + taken);
  }

  /** Takes all, or all before one that it refuses. */
  #outbox(): DeliveryOutbox {
    const { chance, faults } = this.#around;
    return {
      queue: (messages) => {
        const at = chance.below(messages.length + 1);
        const refuses = !faults.over && chance.onceIn(4) && at < messages.length;
        this.queued.push(...(refuses ? messages.slice(0, at) : messages));
        return Promise.resolve(
          refuses
            ? { ok: false, error: { code: 'DELIVERIES_NOT_QUEUED', at, because: 'busy' } }
            : { ok: true, value: null },
        );
      },
    };
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { InMemoryCaseKeys } from '../../shared/adapters/memory/in-memory-case-keys.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import type { Case, CaseId } from '../../shared/domain/case.ts';
import type { CaseEvent } from '../../shared/domain/case-events.ts';
import type { Fingerprints } from '../../shared/ports/keys.ts';
import type { Clock, Random } from '../../shared/ports/system.ts';
import { createChangeCase } from '../../shared/usecases/change-case.ts';
import { createLogCase } from '../../shared/usecases/log-case.ts';
import { createMergeCase } from '../../shared/usecases/merge-case.ts';
import {
  createSweepDeadlines,
  type SweepDeadlines,
} from '../../shared/usecases/sweep-deadlines.ts';
import type { CasePorts } from '../contract/case-ports.ts';
import type { StatisticsPorts } from '../contract/statistics-support.ts';
import { Chance, jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import { Consumers } from './consumers.ts';
import { Faults, Outage } from './faults.ts';
import { Machine } from './machine.ts';
import { aCall, aChange, type Answer, type Request, type UseCases } from './requests.ts';
import { type Commit, withStream } from './store.ts';

export interface Ports {
  readonly cases: CasePorts;
  readonly statistics: StatisticsPorts;
}

/** What became of a request, over all the times that it was sent. */
export interface Told {
  readonly request: Request;
  /** Undefined for a call that has no case yet. */
  caseId: CaseId | undefined;
  /** What the events that it made are known by, whichever try made them; undefined before it got so far. */
  mark: string | undefined;
  /** How often it was sent, answered or not. */
  sent: number;
  readonly answers: Answer[];
  /** It had been done, and was refused all the same. */
  wasDenied: boolean;
}

/** Case and fingerprint of a request: the same for each time that it is sent. */
export const markOf = ({
  caseId,
  requestHash,
}: Pick<CaseEvent, 'caseId' | 'requestHash'>): string => `${caseId}/${requestHash}`;

const FINGERPRINTS = fingerprintsFrom('the pepper of tests, which is long enough');
const RATES = { notArrived: 20, answerLost: 12, overtaken: 12 };
/** As a client that does not give up at once. */
const TRIES = 5;
/** Requests within requests: somebody is overtaken by somebody who is overtaken. */
const DEEPEST = 3;
const START = Date.parse('2019-12-20T00:00:00.000Z');
const HOUR_MS = 3_600_000;

/** Everybody at work on one store, with faults between them and it. The same seed tells the same story. */
export class SimulatedHotline {
  readonly chance: Chance;
  readonly faults: Faults;
  readonly ports: Ports;
  readonly stream: readonly Commit[];
  readonly consumers: Consumers;
  readonly told: Told[] = [];
  readonly #useCases: UseCases & { readonly sweepDeadlines: SweepDeadlines };
  readonly #machine: Machine;
  readonly #keys: string[] = [];
  /** On whose behalf something is done; undefined for what time does. */
  readonly #serving = new AsyncLocalStorage<{ told: Told | undefined; depth: number }>();
  #now = START;

  constructor(seed: number, ports: Ports) {
    this.chance = new Chance(seed);
    this.faults = new Faults(this.chance, RATES);
    this.faults.overtake = () => this.#somebodyElse();
    this.ports = ports;
    const { repository, stream } = withStream(ports.cases.cases);
    this.stream = stream;
    const cases = this.faults.around(repository);
    const shared = {
      cases,
      finder: this.faults.around(ports.cases.finder),
      heads: this.faults.around(ports.cases.heads),
      keys: new InMemoryCaseKeys(),
      fingerprints: this.#watched(FINGERPRINTS),
      clock: this.#clock(),
      random: randomFrom(this.chance),
      digest,
      jurisdiction,
    };
    const changeCase = createChangeCase(shared);
    this.#useCases = {
      changeCase,
      logCase: createLogCase(shared),
      mergeCase: createMergeCase({ cases, changeCase }),
      sweepDeadlines: createSweepDeadlines({
        ...shared,
        wakes: this.faults.around(ports.cases.wakes),
        jurisdictionNow: () => Promise.resolve(jurisdiction),
        changeCase,
      }),
    };
    const { chance, faults } = this;
    this.consumers = new Consumers({ chance, faults, stream, statistics: ports.statistics });
    const { queued } = this.consumers.intakeQueue;
    this.#machine = new Machine({ ...shared, chance, changeCase, queued });
  }

  /** One thing happens: a request, an old one once more, or the stream goes on. */
  async act(): Promise<void> {
    this.#now += this.chance.below(24 * HOUR_MS);
    if (this.chance.onceIn(3)) await this.consumers.takeBatch();
    if (this.chance.onceIn(2)) await this.#serve(undefined, () => this.#machine.look());
    if (this.chance.onceIn(8)) await this.#sweep();
    if (this.chance.onceIn(8) && this.told.length > 0) await this.#repeat();
    else await this.#ask(this.#newRequest());
  }

  /** Everybody goes home, time goes on until nobody may judge any more, and the stream runs dry. */
  async end(): Promise<void> {
    this.faults.overtake = () => Promise.resolve();
    for (let day = 0; day < 5; day += 1) {
      this.#now += 9 * 24 * HOUR_MS;
      await this.#sweep();
    }
    await this.consumers.drain();
    this.faults.over = true;
  }

  /** The latest version of every case, as it was stored. */
  latest(): readonly Case[] {
    return [...new Map(this.stream.map((commit) => [commit.case.caseId, commit.case])).values()];
  }

  /** Each request in the order in which they came, with what they were told. */
  story(): readonly string[] {
    return this.told.map(({ request, answers }) => {
      const said = answers.map((answer) =>
        answer.ok ? `v${answer.value.version}` : answer.error.code,
      );
      return `${request.name}: ${said.join(', ') || 'no answer'}`;
    });
  }

  /**
   * Whether an event tells of it, so that whoever asks again must hear that it was done. Without a version only the
   * latest event of the case can tell: what came after may have made the same words a new wish.
   */
  #stands({ request, caseId, mark }: Told): boolean {
    const events = this.stream.flatMap(({ event }) => (event.caseId === caseId ? [event] : []));
    return (request.isRepeatable ? events : events.slice(-1)).some((one) => markOf(one) === mark);
  }

  #newRequest(): Request {
    const cases = this.latest();
    return cases.length === 0 || this.chance.onceIn(7)
      ? aCall(this.chance, this.#useCases, this.#keys)
      : aChange(this.chance, this.#useCases, cases);
  }

  /** A client tries until it is answered; now and then it sends once more than it would have had to. */
  async #ask(request: Request): Promise<void> {
    const { caseId } = request;
    const told: Told = { request, caseId, mark: undefined, sent: 0, answers: [], wasDenied: false };
    this.told.push(told);
    for (let tries = 0; tries < TRIES && told.answers.length === 0; tries += 1) {
      await this.#send(told);
    }
    if (this.chance.onceIn(6)) await this.#send(told);
  }

  /** A message that wandered about on the network arrives a second time, hours or weeks later. */
  #repeat(): Promise<void> {
    const old = this.chance.oneOf(this.told);
    return old.request.isRepeatable ? this.#send(old) : Promise.resolve();
  }

  async #send(told: Told): Promise<void> {
    told.sent += 1;
    await this.#serve(told, async () => {
      const answer = await told.request.send();
      told.answers.push(answer);
      if (!answer.ok && this.#stands(told)) told.wasDenied = true;
    });
  }

  /** What time does. A sweep that fails leaves its work to the next. */
  #sweep(): Promise<void> {
    return this.#serve(undefined, async () => {
      await this.#useCases.sweepDeadlines(jurisdictionId, () => true);
    });
  }

  async #serve(told: Told | undefined, work: () => Promise<void>): Promise<void> {
    try {
      await this.#serving.run({ told, depth: this.#depth() + 1 }, work);
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
    }
  }

  #depth(): number {
    return this.#serving.getStore()?.depth ?? 0;
  }

  async #somebodyElse(): Promise<void> {
    if (this.#depth() >= DEEPEST || this.latest().length === 0) return;
    if (this.chance.onceIn(3)) await this.#serve(undefined, () => this.consumers.takeBatch());
    else await this.#ask(this.#newRequest());
  }

  /** Notes under which name each request is known to the store. */
  #watched(fingerprints: Fingerprints): Fingerprints {
    const current = () => this.#serving.getStore()?.told;
    return {
      caseId: async (of) => {
        const caseId = await fingerprints.caseId(of);
        const told = current();
        if (told !== undefined) told.caseId = caseId;
        return caseId;
      },
      caller: (jurisdictionId, phone) => fingerprints.caller(jurisdictionId, phone),
      sign: async (purpose, text) => {
        const requestHash = await fingerprints.sign(purpose, text);
        if (purpose !== 'request') return requestHash;
        const told = current();
        const caseId = told?.caseId;
        if (told !== undefined && caseId !== undefined) told.mark = markOf({ caseId, requestHash });
        return requestHash;
      },
    };
  }

  /** Of several machines, the clocks of some of which are late. */
  #clock(): Clock {
    return {
      now: () => {
        const late = this.chance.onceIn(5) ? this.chance.below(6 * HOUR_MS) : 0;
        return new Date(this.#now - late);
      },
    };
  }
}

const randomFrom = (chance: Chance): Random => ({
  bytes: (count) => Uint8Array.from({ length: count }, () => chance.below(256)),
});

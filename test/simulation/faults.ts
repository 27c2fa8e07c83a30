import type { Chance } from '../support/random-cases.ts';

/** The network, or what lies behind it, failed: the caller does not know whether anything was done. */
export class Outage extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Outage';
  }
}

/** How often each fault strikes: once in so many calls. */
export interface FaultRates {
  readonly notArrived: number;
  readonly answerLost: number;
  /** Somebody else is faster: before the call is made, they do something of their own. */
  readonly overtaken: number;
}

/** What goes wrong between a use case and its adapters. */
export class Faults {
  /** How often each has struck. */
  readonly struck = { notArrived: 0, answerLost: 0, overtaken: 0 };
  readonly #chance: Chance;
  readonly #rates: FaultRates;
  #previous: Promise<unknown> = Promise.resolve();
  /** From here on nothing goes wrong. */
  over = false;
  /** Done by somebody else in the middle of what is going on. */
  overtake: () => Promise<void> = () => Promise.resolve();

  constructor(chance: Chance, rates: FaultRates) {
    this.#chance = chance;
    this.#rates = rates;
  }

  /** The port, each of whose calls may fail before it is made, lose its answer after, or come late. */
  around<P extends object>(port: P): P {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) =>
          this.#call(String(name), () => Reflect.apply(member, target, args) as Promise<unknown>);
      },
    });
  }

  async #call(name: string, call: () => Promise<unknown>): Promise<unknown> {
    if (this.#strikes('overtaken')) await this.overtake();
    if (this.#strikes('notArrived')) throw new Outage(`${name} did not arrive`);
    const answer = await this.#inTurn(call);
    if (this.#strikes('answerLost')) throw new Outage(`The answer to ${name} was lost`);
    return answer;
  }

  /** One call at a time, in the order in which they were made: a seed tells the same story over a real store too. */
  #inTurn(call: () => Promise<unknown>): Promise<unknown> {
    const answer = this.#previous.then(call);
    this.#previous = answer.catch(() => undefined);
    return answer;
  }

  #strikes(fault: keyof FaultRates): boolean {
    const strikes = !this.over && this.#chance.onceIn(this.#rates[fault]);
    if (strikes) this.struck[fault] += 1;
    return strikes;
  }
}

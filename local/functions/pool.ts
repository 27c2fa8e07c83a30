import type { InvocationResult } from '../types.ts';
import type { ExecutionEnvironment } from './execution-environment.ts';
import type { Invocation } from './messages.ts';

/** The execution environments of one function: made when needed, at most `size`, the warmest used first. */
export class Pool {
  readonly #size: number;
  readonly #make: () => ExecutionEnvironment;
  readonly #all = new Set<ExecutionEnvironment>();
  readonly #idle: ExecutionEnvironment[] = [];
  readonly #waiting: (() => void)[] = [];

  constructor(size: number, make: () => ExecutionEnvironment) {
    this.#size = size;
    this.#make = make;
  }

  /** Where Lambda would refuse an event above the reserved concurrency, it waits here. */
  async invoke(invocation: Invocation): Promise<InvocationResult> {
    const environment = await this.#take();
    try {
      return await environment.invoke(invocation);
    } finally {
      this.#give(environment);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((environment) => environment.close()));
  }

  async #take(): Promise<ExecutionEnvironment> {
    for (;;) {
      const idle = this.#idle.pop();
      // A thread may die between two events, of a timer that it left behind.
      if (idle?.isUsable === true) return idle;
      if (idle !== undefined) this.#all.delete(idle);
      else if (this.#all.size < this.#size) return this.#add();
      else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #add(): ExecutionEnvironment {
    const environment = this.#make();
    this.#all.add(environment);
    return environment;
  }

  #give(environment: ExecutionEnvironment): void {
    if (environment.isUsable) this.#idle.push(environment);
    else this.#all.delete(environment);
    this.#waiting.shift()?.();
  }
}

import { Worker } from 'node:worker_threads';
import type { InvocationResult } from '../types.ts';
import {
  type FunctionError,
  type Invocation,
  toFunctionError,
  type WorkerReport,
  type WorkerSetup,
} from './messages.ts';

/** Lambda gives a function this long to load before the first event counts against its own time-out. */
const INIT_MS = 10_000;

export interface EnvironmentOptions {
  readonly setup: WorkerSetup;
  readonly variables: Readonly<Record<string, string>>;
  readonly log: (text: Buffer | string) => void;
}

/** One worker thread that holds one loaded function and works on one event at a time. */
export class ExecutionEnvironment {
  readonly #worker: Worker;
  readonly #memoryMb: number;
  #settle: (report: WorkerReport) => void = () => undefined;
  #ready: Promise<WorkerReport> | undefined;
  #isUsable = true;

  constructor({ setup, variables, log }: EnvironmentOptions) {
    this.#memoryMb = setup.memoryMb;
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: setup,
      env: variables,
      // Flags of the host (a test runner's loader, an inspector) are none of the function's.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: setup.memoryMb },
    });
    this.#worker.stdout.on('data', log);
    this.#worker.stderr.on('data', log);
    this.#worker.on('message', (report: WorkerReport) => this.#settle(report));
    this.#worker.on('error', (error) => this.#lost(this.#describe(error)));
    this.#worker.on('exit', (code) =>
      this.#lost({
        errorType: 'Runtime.ExitError',
        errorMessage: `Runtime exited with error: exit status ${code}`,
      }),
    );
    this.#ready = this.#nextReport(INIT_MS);
  }

  /** False once the thread is gone or is in an unknown state: it must not be given another event. */
  get isUsable(): boolean {
    return this.#isUsable;
  }

  async invoke(invocation: Invocation): Promise<InvocationResult> {
    const loaded = await this.#ready;
    this.#ready = undefined;
    if (loaded !== undefined && loaded.kind !== 'ready') return this.#giveUp(loaded);
    const reported = this.#nextReport(invocation.timeoutMs);
    this.#worker.postMessage(invocation);
    const report = await reported;
    if (report.kind === 'returned') return { ok: true, payload: payloadOf(report.result) };
    return report.kind === 'threw' && this.#isUsable
      ? { ok: false, payload: report.error }
      : this.#giveUp(report);
  }

  async close(): Promise<void> {
    this.#isUsable = false;
    await this.#worker.terminate();
  }

  /** A thread that failed to load, ran out of time or died is never used again. */
  async #giveUp(report: WorkerReport): Promise<InvocationResult> {
    await this.close();
    return { ok: false, payload: 'error' in report ? report.error : undefined };
  }

  #nextReport(withinMs: number): Promise<WorkerReport> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#lost({
          errorType: 'Sandbox.Timedout',
          errorMessage: `Task timed out after ${(withinMs / 1_000).toFixed(2)} seconds`,
        });
      }, withinMs);
      this.#settle = (report) => {
        clearTimeout(timer);
        resolve(report);
      };
    });
  }

  #lost(error: FunctionError): void {
    this.#isUsable = false;
    this.#settle({ kind: 'threw', error });
  }

  #describe(error: unknown): FunctionError {
    const described = toFunctionError(error);
    return (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? {
          errorType: 'Runtime.OutOfMemory',
          errorMessage: `The function needs more than its ${this.#memoryMb} MB`,
        }
      : described;
  }
}

const payloadOf = (result: string): unknown =>
  (JSON.parse(result) as { payload?: unknown }).payload ?? null;

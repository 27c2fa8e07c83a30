/** What the parts of the local host promise each other. */

/** The host's movable clock: every function, schedule and queue reads it; token expiry uses real time. */
export interface HostClock {
  now(): number;
  /** Moves to an instant (epoch ms); time flows on from there. */
  set(at: number): void;
  advance(ms: number): void;
  /** Back to real time. */
  reset(): void;
  /** Called after each move, so that schedules and queues look again at once. */
  onMove(listener: () => void): () => void;
  /** Milliseconds added to real time, shared with the function workers. */
  readonly offset: SharedArrayBuffer;
}

export interface InvocationResult {
  readonly ok: boolean;
  /** The handler's return value, or { errorType, errorMessage } when it threw or ran out of time. */
  readonly payload: unknown;
}

/** Runs one function of the templates as Lambda would: own environment, one event at a time a worker, time-out enforced. */
export interface FunctionRuntime {
  /**
   * `functionName` is the physical name (Ref of AWS::Lambda::Function). Never rejects: what goes wrong is in the
   * result. With `at` (epoch ms) the function's clock begins there for this one event, whatever the host's shows.
   */
  invoke(
    functionName: string,
    event: unknown,
    options?: { readonly at?: number | undefined },
  ): Promise<InvocationResult>;
  close(): Promise<void>;
}

/** A resource of the synthesised templates with every intrinsic resolved. */
export interface ResolvedResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Physical name: the one the template gives, else one made from stack and logical id. */
  readonly name: string;
  /** What `Ref` gives (a queue's URL, a function's name, a key's id …); empty where nothing refers to the type. */
  readonly ref: string;
  /** Where the type has one. */
  readonly arn?: string;
  /** CDK construct path (aws:cdk:path metadata) when the template carries it. */
  readonly path?: string;
}

/** All resolved resources of cdk.out. */
export interface Resources {
  readonly all: readonly ResolvedResource[];
  ofType(type: string): readonly ResolvedResource[];
  get(stack: string, logicalId: string): ResolvedResource | undefined;
}

/** Something that was started and stops cleanly. */
export interface Running {
  close(): Promise<void>;
}

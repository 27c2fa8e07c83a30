/** Carries events from one source to one function, until its signal aborts. */
export interface Poller {
  /** Resolves when everything that was there at the call is done, or the host stops. */
  caughtUp(): Promise<void>;
  /** Resolves when the last invocation has ended after the signal. */
  readonly done: Promise<void>;
}

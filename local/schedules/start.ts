import { once } from '../aws/once.ts';
import type { FunctionRuntime, HostClock, Resources, Running } from '../types.ts';
import { definitionsOf } from './definitions.ts';
import { openFirings } from './firings.ts';
import { runSchedule } from './run-schedule.ts';

export interface SchedulesOptions {
  readonly resources: Resources;
  readonly runtime: FunctionRuntime;
  readonly clock: HostClock;
  readonly dir: string;
  /** Wait before a function that failed is run again. */
  readonly retryDelayMs?: number;
  /** Takes a line for the person who watches the host. */
  readonly report?: (line: string) => void;
}

export interface Schedules extends Running {
  /** Resolves when nothing that is due by the host's clock is still to run or running. */
  idle(): Promise<void>;
}

/** AWS waits a minute; here somebody looks on. */
const RETRY_DELAY_MS = 1_000;

/**
 * Fires the schedules of the templates by the host's clock. However far the clock was moved, or the host was off, a
 * schedule fires once for what it missed: making up for it is the function's own work.
 * @throws for a schedule that cannot be honoured or whose function may not be invoked.
 */
export function startSchedules(options: SchedulesOptions): Schedules {
  const { resources, runtime, clock, dir } = options;
  const stopping = new AbortController();
  const definitions = definitionsOf(resources);
  const common = {
    runtime,
    clock,
    firings: openFirings(dir),
    signal: stopping.signal,
    retryDelayMs: options.retryDelayMs ?? RETRY_DELAY_MS,
    report: options.report ?? ((line: string) => console.error(line)),
  };
  const running = definitions.map((definition) => runSchedule({ ...common, definition }));
  const stopFollowing = clock.onMove(() => {
    for (const { look } of running) look();
  });
  return {
    idle: async () => {
      await Promise.all(running.map(({ idle }) => idle()));
    },
    close: once(async () => {
      stopFollowing();
      stopping.abort();
      await Promise.all(running.map(({ done }) => done()));
    }),
  };
}

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { HostClock, Running } from '../types.ts';

const Kept = z.object({ now: z.iso.datetime() });

/**
 * Lets a moved clock go on, at the next start, where it was moved to last or stood when the host was closed. Were it
 * real time instead, the schedules would fire on cases of a replay as if years had passed: what was to be judged in
 * 2019 would be closed as never judged.
 */
export function keepClock(clock: HostClock, dir: string): Running {
  const path = join(dir, 'clock.json');
  const moved = existsSync(path) ? Kept.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
  if (moved !== undefined) clock.set(Date.parse(moved.now));
  const save = () => {
    if (!isMoved(clock)) {
      rmSync(path, { force: true });
      return;
    }
    writeFileSync(`${path}.new`, JSON.stringify({ now: new Date(clock.now()).toISOString() }));
    // In place whole: a host that is killed while it writes starts again all the same.
    renameSync(`${path}.new`, path);
  };
  const stop = clock.onMove(save);
  return {
    close: async () => {
      stop();
      save();
      await Promise.resolve();
    },
  };
}

/** Whether it shows another time than the real one. */
export const isMoved = ({ offset }: Pick<HostClock, 'offset'>): boolean =>
  Atomics.load(new BigInt64Array(offset), 0) !== 0n;

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ReplayOptions } from './options.ts';

/** How far a replay has come, kept beside the store that it wrote to. */
export interface Progress {
  /** Last day that was played to its end; empty before the first. */
  lastDay(): string;
  finished(day: string): void;
}

const Kept = z.object({ story: z.string(), lastDay: z.string() });

/** A replay of another period or seed is another story and starts from its own beginning. */
export function keptProgress(dir: string, { from, to, seed }: ReplayOptions): Progress {
  const file = join(dir, 'replay.json');
  const story = `${from}/${to}/${seed}`;
  const kept = existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  let lastDay = kept?.story === story ? kept.lastDay : '';
  return {
    lastDay: () => lastDay,
    finished: (day) => {
      lastDay = day;
      writeFileSync(file, JSON.stringify({ story, lastDay }));
    },
  };
}

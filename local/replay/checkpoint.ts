import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { ReplayOptions } from './options.ts';

/** How far a replay has come, kept beside the store that it wrote to. */
export interface Progress {
  /** Last day that was played to its end; empty before the first. */
  lastDay(): string;
  finished(day: string): void;
}

const Kept = z.object({ from: z.string(), to: z.string(), seed: z.int(), lastDay: z.string() });

/**
 * A replay of another period starts from its own beginning: what both have in common is not written twice. Throws, in
 * words for the person at the keyboard, when the store holds the story of another seed: figures of two stories are
 * those of neither.
 */
export function keptProgress(dir: string, { from, to, seed }: ReplayOptions): Progress {
  const file = join(dir, 'replay.json');
  const kept = existsSync(file) ? readKept(file) : undefined;
  if (kept !== undefined && kept.seed !== seed) throw new Error(otherStory(dir, kept.seed));
  let lastDay = kept?.from === from && kept.to === to ? kept.lastDay : '';
  const save = (): void => {
    writeFileSync(`${file}.new`, JSON.stringify({ from, to, seed, lastDay }));
    // In place whole: whoever is killed while writing has come as far as before.
    renameSync(`${file}.new`, file);
  };
  save();
  return {
    lastDay: () => lastDay,
    finished: (day) => {
      lastDay = day;
      save();
    },
  };
}

/** Nothing, where the file is not as we write it: then the story is gone through from its beginning, which harms nothing. */
function readKept(file: string): z.infer<typeof Kept> | undefined {
  try {
    return Kept.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

const otherStory = (dir: string, seed: number): string =>
  `Kho ${dir} đã có câu chuyện với --seed ${seed}; hãy phát câu chuyện đó hoặc chọn kho khác (--dir).\n` +
  `The store ${dir} holds the story of --seed ${seed}: play that one, or choose another store (--dir).`;

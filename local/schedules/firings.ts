import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const File = z.record(z.string(), z.number());

/** When each schedule has fired last, epoch ms by its ARN. */
export interface Firings {
  last(arn: string): number | undefined;
  save(arn: string, at: number): void;
}

/** Kept in a file of `dir`, moved into place whole. */
export function openFirings(dir: string): Firings {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'schedules.json');
  let kept = existsSync(path) ? File.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  return {
    last: (arn) => kept[arn],
    save: (arn, at) => {
      kept = { ...kept, [arn]: at };
      writeFileSync(`${path}.new`, `${JSON.stringify(kept, null, 2)}\n`);
      renameSync(`${path}.new`, path);
    },
  };
}

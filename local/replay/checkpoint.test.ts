import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keptProgress } from './checkpoint.ts';
import { readOptions } from './options.ts';

const folders: string[] = [];
function aDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'checkpoint-'));
  folders.push(dir);
  return dir;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const story = (...args: string[]) => readOptions(args);

describe('the progress of a replay', () => {
  it('is found again by the same story', () => {
    const dir = aDir();
    expect(keptProgress(dir, story()).lastDay()).toBe('');
    keptProgress(dir, story()).finished('2019-11-03');
    expect(keptProgress(dir, story()).lastDay()).toBe('2019-11-03');
  });

  it('begins again for another period', () => {
    const dir = aDir();
    keptProgress(dir, story()).finished('2019-11-03');
    expect(keptProgress(dir, story('--to', '2019-12-31')).lastDay()).toBe('');
  });

  it.each(['', '{"from":"2019-11', '{"story":"2019-11-01/2020-06-30/1022"}'])(
    'begins again where the file holds %j',
    (text) => {
      const dir = aDir();
      writeFileSync(join(dir, 'replay.json'), text);
      const progress = keptProgress(dir, story());
      expect(progress.lastDay()).toBe('');
      progress.finished('2019-11-01');
      expect(keptProgress(dir, story()).lastDay()).toBe('2019-11-01');
    },
  );

  it('keeps the stories of two seeds apart', () => {
    const dir = aDir();
    keptProgress(dir, story('--seed', '7'));
    expect(() => keptProgress(dir, story('--seed', '8'))).toThrow(/--seed 7.*--dir/s);
    expect(keptProgress(dir, story('--seed', '7')).lastDay()).toBe('');
  });
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../clock.ts';
import { isMoved, keepClock } from './kept-clock.ts';

const folders: string[] = [];
function aDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'clock-'));
  folders.push(dir);
  return dir;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The clock of one more start of a host on this folder. */
function start(dir: string) {
  const clock = createClock();
  return { clock, kept: keepClock(clock, dir) };
}
const MORNING = Date.parse('2019-11-05T00:00:00+07:00');
const HOUR_MS = 3_600_000;

describe('the clock of a host', () => {
  it('shows real time until it is moved, and leaves nothing behind', async () => {
    const dir = aDir();
    const { clock, kept } = start(dir);
    expect(isMoved(clock)).toBe(false);
    await kept.close();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('goes on where it was moved to when the host is killed', () => {
    const dir = aDir();
    start(dir).clock.set(MORNING);
    const { clock } = start(dir);
    expect(isMoved(clock)).toBe(true);
    expect(clock.now()).toBeGreaterThanOrEqual(MORNING);
    expect(clock.now()).toBeLessThan(MORNING + HOUR_MS);
  });

  it('goes on where it stood when the host is stopped', async () => {
    const dir = aDir();
    const { clock, kept } = start(dir);
    clock.set(MORNING);
    clock.advance(30 * HOUR_MS);
    const stoodAt = clock.now();
    await kept.close();
    expect(start(dir).clock.now()).toBeGreaterThanOrEqual(stoodAt);
  });

  it('shows real time again once it was reset', () => {
    const dir = aDir();
    const { clock } = start(dir);
    clock.set(MORNING);
    clock.reset();
    expect(isMoved(start(dir).clock)).toBe(false);
  });
});

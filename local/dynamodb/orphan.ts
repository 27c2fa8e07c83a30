import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a process that was told to go may take; SIGKILL leaves it no choice. */
const LOOKS = 100;
const BETWEEN_LOOKS_MS = 20;

/**
 * A host that was killed leaves its database process behind, which would write to the file beside the new one.
 * `mark` is a part of the command line by which that process, and no other of the same number, is known.
 */
export async function stopOrphan(pidFile: string, mark: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  if (isRunning(pid, mark)) process.kill(pid, 'SIGKILL');
  for (let look = 0; look < LOOKS && isRunning(pid, mark); look += 1) await pause(BETWEEN_LOOKS_MS);
  if (isRunning(pid, mark)) throw new Error(`The process ${pid} of an earlier host does not stop`);
  forget(pidFile);
}

export const remember = (pidFile: string, pid: number): void => writeFileSync(pidFile, String(pid));

export const forget = (pidFile: string): void => rmSync(pidFile, { force: true });

/** Linux only, as is dynoxide. A process that ended but was not waited for has an empty command line. */
function isRunning(pid: number, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(mark);
  } catch {
    return false;
  }
}

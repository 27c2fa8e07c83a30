import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a process that was killed may take to be gone. */
const LOOKS = 100;
const BETWEEN_LOOKS_MS = 20;

/**
 * A host that was killed leaves its emulator behind, which would write to the file beside the new one. It is known by
 * the file on its command line (Linux only, as is dynoxide), so that no other process can be meant.
 */
export async function stopOrphans(dbPath: string): Promise<void> {
  for (const pid of processesOn(dbPath)) process.kill(pid, 'SIGKILL');
  for (let look = 0; look < LOOKS; look += 1) {
    if (processesOn(dbPath).length === 0) return;
    await pause(BETWEEN_LOOKS_MS);
  }
  throw new Error(`The emulator that an earlier host left on ${dbPath} does not stop`);
}

const processesOn = (dbPath: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes(dbPath))
    .map(Number);

/** Empty for a process that has just ended. */
function commandLine(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

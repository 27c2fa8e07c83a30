import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Running } from '../types.ts';

const Holder = z.object({
  pid: z.number().int(),
  /** When that process began (clock ticks since boot): after a restart another may have its number. */
  startedTicks: z.string(),
  /** Where it serves and who signs people in, once it does. */
  url: z.string().optional(),
  issuer: z.string().optional(),
});
export type Holder = z.infer<typeof Holder>;

export interface Lock extends Running {
  /** Says in the lock file where this host serves, for the tools at this machine. */
  publish(addresses: { readonly url: string; readonly issuer: string }): void;
}

/** A store belongs to one host at a time. Throws, naming the one that has it; a lock whose host is gone is taken over. */
export function lock(dir: string): Lock {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'host.json');
  const self = { pid: process.pid, startedTicks: ticksOf(process.pid) };
  for (let tries = 0; !create(path, self); tries += 1) {
    const holder = holderOf(dir);
    if (holder !== undefined || tries > 2) throw new Error(refusal(dir, holder));
    rmSync(path, { force: true });
  }
  return {
    publish: ({ url, issuer }) => writeFileSync(path, JSON.stringify({ ...self, url, issuer })),
    close: () => rm(path, { force: true }),
  };
}

/** The running host that has this store, if one has. */
export function holderOf(dir: string): Holder | undefined {
  const parsed = Holder.safeParse(readJson(join(dir, 'host.json')));
  if (!parsed.success) return undefined;
  const { pid, startedTicks } = parsed.data;
  return isAlive(pid) && ticksOf(pid) === startedTicks ? parsed.data : undefined;
}

function create(path: string, self: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(self), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const refusal = (dir: string, holder: Holder | undefined): string =>
  holder === undefined
    ? `Another host is starting on ${dir}`
    : `Another host (process ${holder.pid}${holder.url === undefined ? '' : ` at ${holder.url}`}) ` +
      `is using ${dir}: stop it or choose another folder (--dir)`;

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat; empty where there is no /proc, and the number alone must do. */
function ticksOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold spaces itself.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

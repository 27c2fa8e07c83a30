import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const programs = new Set<Program>();

/** For `afterEach` and `afterAll`: nothing that a test started outlives it. */
export async function killAllPrograms(): Promise<void> {
  await Promise.all([...programs].map((program) => program.kill()));
}

/** A script of this project as a terminal runs it: a process of its own, and all that it starts in one group with it. */
export class Program {
  /** What it has said so far, on both streams. */
  output = '';
  /** Its exit code; undefined when a signal ended it. */
  readonly ended: Promise<number | undefined>;
  readonly #child: ChildProcess;
  readonly #listeners = new Set<() => void>();

  constructor(script: string, args: readonly string[]) {
    this.#child = spawn(process.execPath, [script, ...args], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const hear = (text: Buffer) => {
      this.output += text.toString();
      for (const listener of this.#listeners) listener();
    };
    this.#child.stdout?.on('data', hear);
    this.#child.stderr?.on('data', hear);
    // `close` comes after the last word, where `exit` may come before it.
    this.ended = once(this.#child, 'close').then(([code]) => {
      programs.delete(this);
      for (const listener of this.#listeners) listener();
      return (code as number | null) ?? undefined;
    });
    programs.add(this);
  }

  /** The first match in what it says; rejects with all of that when it ends without having said so. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let found: RegExpExecArray | undefined;
    await this.until((output) => (found = pattern.exec(output) ?? undefined) !== undefined);
    return found ?? Promise.reject(new Error('Unreachable'));
  }

  /** Resolves at once when what it has said so far is enough; rejects with all of that when it ends before. */
  until(isEnough: (output: string) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const enough = isEnough(this.output);
        if (!enough && programs.has(this)) return;
        this.#listeners.delete(look);
        if (enough) resolve();
        else reject(new Error(`It ended before that, and had said:\n${this.output}`));
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** As a power cut would: the whole group at once, with no last word. Resolves when it is gone. */
  async kill(): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined || !programs.has(this)) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      // It ended by itself in this very moment.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    await this.ended;
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * What adding working time and taking a difference cost beside dayjs-business-time, in one process. That library counts
 * in the zone of the machine, so the process is put into the province's.
 */
export async function calendar(): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'calendar-measure.ts')], {
    env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh' },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  process.exitCode = code ?? 1;
}

import {
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  statSync,
  type WriteStream,
} from 'node:fs';
import { join } from 'node:path';

/** A replay writes a lot; what is longer when the host starts is set aside, over what was set aside before. */
const LONGEST_BYTES = 20 * 1_024 * 1_024;

export interface LogFiles {
  /** Appends to `<dir>/logs/<function>.log`. */
  writer(functionName: string): (text: Buffer | string) => void;
  close(): Promise<void>;
}

export function openLogFiles(dir: string): LogFiles {
  const folder = join(dir, 'logs');
  mkdirSync(folder, { recursive: true });
  const open: WriteStream[] = [];
  return {
    writer: (functionName) => {
      const path = join(folder, `${functionName}.log`);
      if (existsSync(path) && statSync(path).size > LONGEST_BYTES) renameSync(path, `${path}.old`);
      const stream = createWriteStream(path, { flags: 'a' });
      open.push(stream);
      return (text) => {
        if (!stream.writableEnded) stream.write(text);
      };
    },
    close: async () => {
      await Promise.all(
        open.map((stream) => new Promise<void>((resolve) => stream.end(() => resolve()))),
      );
    },
  };
}

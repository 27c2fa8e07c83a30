import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Result } from '../shared/domain/result.ts';

/** npm runs a script in the project's folder; paths are meant from where the person is. */
export const folder = process.env['INIT_CWD'] ?? process.cwd();

/**
 * Answers a list line by line on standard output, in order; `-` is standard input. Streams, so that a list may be longer
 * than the memory. A line that cannot be answered gets its error in its place. Returns how many there were of those.
 */
export async function answerLines<E>(
  input: string,
  answer: (line: string) => Result<unknown, E>,
): Promise<number> {
  const source = input === '-' ? process.stdin : createReadStream(resolve(folder, input));
  let number = 0;
  let failed = 0;
  const answerText = (line: string): string => {
    number += 1;
    const text = line.trim();
    if (text === '') return '';
    const answered = answer(text);
    if (!answered.ok) failed += 1;
    const shown = answered.ok ? answered.value : { line: number, error: answered.error };
    return `${JSON.stringify(shown)}\n`;
  };
  // A write for all lines that came together: one for each would take most of the time.
  const answers = async function* (chunks: AsyncIterable<string>): AsyncGenerator<string> {
    let rest = '';
    for await (const chunk of chunks) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield lines.map(answerText).join('');
    }
    yield answerText(rest);
  };
  await pipeline(source.setEncoding('utf8'), answers, process.stdout, { end: false });
  return failed;
}

/** Exit code 1 when a line had no answer, 2 when nothing could be started. */
export async function runLines(answerAll: () => Promise<number>): Promise<void> {
  try {
    if ((await answerAll()) > 0) process.exitCode = 1;
  } catch (error) {
    // Whoever reads the answers has enough of them (`| head`).
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

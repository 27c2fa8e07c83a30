import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { answerLine, type Defaults } from './calendar/answer.ts';
import { calendarFiles, type OpenCalendars } from './calendar/calendar-files.ts';
import type { Refusal } from './calendar/refusal.ts';

/**
 * Counts working time for anybody's list: one answer a line, in order. A line that cannot be answered gets its error
 * in its place and the rest goes on; exit code 1 when there was one, 2 when nothing could be started.
 */
const USAGE =
  'npm run -s calendar -- --input <ops.jsonl|-> [--calendar <calendar.json>] [--department <code>]\n' +
  '  {"op": "add", "from": "2026-02-13T16:50", "amount": 1, "unit": "workingDays"}\n' +
  '  {"op": "between", "from": "2026-02-13T16:50", "to": "2026-02-23T08:00", "department": "TA"}\n' +
  '  unit: workingDays, workingHours, workingMinutes, hours; a line may name its own calendar and department';

/** npm runs a script in the project's folder; paths are meant from where the person is. */
const folder = process.env['INIT_CWD'] ?? process.cwd();

try {
  const { input, ...defaults } = readOptions();
  const calendars = calendarFiles(folder);
  const usable = calendars(defaults.calendar);
  if (!usable.ok) throw new Error(explain(usable.error));
  if ((await answerAll(input, calendars, defaults)) > 0) process.exitCode = 1;
} catch (error) {
  // Whoever reads the answers has enough of them (`| head`).
  if (!isClosedPipe(error)) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

function readOptions(): Defaults & { readonly input: string } {
  const { values } = parseArgs({
    options: {
      input: { type: 'string' },
      calendar: { type: 'string' },
      department: { type: 'string' },
    },
  });
  const { input } = values;
  if (input === undefined) throw new Error(USAGE);
  return { ...values, input };
}

/** Streams, so that a list may be longer than the memory. Returns how many lines had no answer. */
async function answerAll(
  input: string,
  calendars: OpenCalendars,
  defaults: Defaults,
): Promise<number> {
  const source = input === '-' ? process.stdin : createReadStream(resolve(folder, input));
  let number = 0;
  let failed = 0;
  const answerText = (line: string): string => {
    number += 1;
    const text = line.trim();
    if (text === '') return '';
    const answer = answerLine(text, calendars, defaults);
    if (!answer.ok) failed += 1;
    const shown = answer.ok ? answer.value : { line: number, error: answer.error };
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

function explain({ code, message, problems }: Refusal): string {
  const each = (problems ?? []).map((problem) => `  ${problem.code} ${problem.message}`);
  return each.length === 0 ? `${code}: ${message}` : [`${code}:`, ...each].join('\n');
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

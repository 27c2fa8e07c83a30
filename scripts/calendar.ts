import { parseArgs } from 'node:util';
import { answerLine, type Defaults } from './calendar/answer.ts';
import { calendarFiles } from './calendar/calendar-files.ts';
import type { Refusal } from './calendar/refusal.ts';
import { answerLines, folder, runLines } from './lines.ts';

/**
 * Counts working time for anybody's list: one answer a line, in order. A line that cannot be answered gets its error
 * in its place and the rest goes on; exit code 1 when there was one, 2 when nothing could be started.
 */
const USAGE =
  'npm run -s calendar -- --input <ops.jsonl|-> [--calendar <calendar.json>] [--department <code>]\n' +
  '  {"op": "add", "from": "2026-02-13T16:50", "amount": 1, "unit": "workingDays"}\n' +
  '  {"op": "between", "from": "2026-02-13T16:50", "to": "2026-02-23T08:00", "department": "TA"}\n' +
  '  unit: workingDays, workingHours, workingMinutes, hours; a line may name its own calendar and department';

await runLines(() => {
  const { input, ...defaults } = readOptions();
  const calendars = calendarFiles(folder);
  const usable = calendars(defaults.calendar);
  if (!usable.ok) throw new Error(explain(usable.error));
  return answerLines(input, (line) => answerLine(line, calendars, defaults));
});

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

function explain({ code, message, problems }: Refusal): string {
  const each = (problems ?? []).map((problem) => `  ${problem.code} ${problem.message}`);
  return each.length === 0 ? `${code}: ${message}` : [`${code}:`, ...each].join('\n');
}

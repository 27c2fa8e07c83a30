import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { format } from 'prettier';
import type { ClockReading } from '../shared/domain/clock-readings.ts';
import type { Named } from '../shared/domain/status-names.ts';
import { jurisdiction } from '../test/support/case-builder.ts';
import { clockScenarios } from '../test/support/clock-scenarios/all.ts';
import {
  duration,
  expected,
  type Happening,
  local,
  play,
  written,
} from '../test/support/clock-scenarios/play.ts';
import type { Scenario } from '../test/support/clock-scenarios/scenario.ts';
import { ladderRows, ruleLines } from './clocks/rules.ts';
import { clockNames, dated, happened } from './clocks/words.ts';

/** Writes docs/clocks.md from the worked timelines; with `--check` only says whether it is up to date. */
const FILE = join(import.meta.dirname, '../docs/clocks.md');

/** The page as it should be. A timeline that the code does not keep to is never printed. */
export const clocksPage = (): Promise<string> =>
  format(
    [
      '# Thời hạn được tính thế nào · How time is counted',
      '',
      'Trang này để các đơn vị tự kiểm tra quy tắc bằng mắt. Quy tắc lấy từ dữ liệu của tỉnh; mọi thời điểm trong các ví dụ',
      'đều được tính tay, và kiểm thử so từng thời điểm với kết quả của mã nguồn.',
      '',
      '_For departments to check the rules by eye. The rules are read from the data of the province; each instant of the',
      'examples was reckoned by hand, in `test/support/clock-scenarios`, and is held against what the code says by',
      '`scripts/clocks-doc.test.ts`. `npm run clocks` writes this page._',
      '',
      '## Quy tắc · Rules',
      '',
      ...ruleLines(jurisdiction).map((rule) => `- ${inBoth(rule)}`),
      '',
      'Ai được báo khi nào · Who is told when:',
      '',
      table(
        ['Đồng hồ · Clock', 'Ưu tiên · Priority', 'Mốc · Point', 'Báo cho · Told'],
        ladderRows(jurisdiction),
      ),
      '',
      '## Cách đọc · How to read the tables',
      '',
      'Giờ địa phương (Asia/Ho_Chi_Minh). Cột cuối: đã dùng / còn lại, theo giờ:phút của chính đồng hồ ấy (giờ làm việc,',
      'hoặc suốt ngày đêm với việc tính theo giờ); số âm là quá hạn; sau dấu ‖ là thời gian đã dừng để chờ người dân. Mỗi dòng có mọi',
      'đồng hồ đang chạy và đồng hồ vừa dừng. Lỡ hạn là cấp 1, mỗi mốc sau đó thêm một cấp.',
      '',
      '_Local time. Last column: used / left, in hours:minutes of the clock’s own time (working time, or round the clock for',
      'hours); below zero is overdue; behind ‖ stands the time in which it stood still for the citizen. Each row shows every clock',
      'that runs, and those that stop there. A missed deadline is level 1, each rung after it one more._',
      '',
      ...clockScenarios.flatMap((scenario, index) => section(scenario, index + 1)),
    ].join('\n'),
    { parser: 'markdown', printWidth: 100 },
  );

function section(scenario: Scenario, number: number): string[] {
  const { title, shows } = scenario;
  return [
    `## ${number}. ${title.name} · ${title.nameEn}`,
    '',
    shows.name,
    '',
    `_${shows.nameEn}_`,
    '',
    table(
      [
        'Giờ địa phương · Local time',
        'Diễn biến · What happened',
        'Hạn · Deadline in force',
        'Đã dùng / còn lại · Used / left',
      ],
      proved(scenario).map((happening) => [
        dated(happening.at),
        inBoth(happened(happening, jurisdiction)),
        happening.clocks.map(deadlineOf).join('<br>'),
        happening.clocks.map(timesOf).join('<br>'),
      ]),
    ),
    '',
  ];
}

function proved(scenario: Scenario): readonly Happening[] {
  const happenings = play(scenario);
  if (isDeepStrictEqual(happenings.map(written), expected(scenario))) return happenings;
  throw new Error(`"${scenario.title.nameEn}" is not what the clocks say: run its test`);
}

const deadlineOf = ({ kind, department, dueAt }: ClockReading): string => {
  const { name, nameEn } = clockNames[kind];
  const of = department === null ? '' : ` ${department}`;
  return `${name} · ${nameEn}${of}: ${dated(local(new Date(dueAt)))}`;
};

function timesOf({ usedMs, leftMs, pausedMs, state }: ClockReading): string {
  const left = leftMs < 0 ? `−${duration(-leftMs)}` : duration(leftMs);
  const paused = state === 'paused' || pausedMs > 0 ? ` ‖ ${duration(pausedMs)}` : '';
  return `${duration(usedMs)} / ${left}${paused}`;
}

const inBoth = ({ name, nameEn }: Named): string => `${name}<br>_${nameEn}_`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

if (import.meta.main) {
  const page = await clocksPage();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, page);
  } else if (!existsSync(FILE) || readFileSync(FILE, 'utf8') !== page) {
    console.error('docs/clocks.md is out of date: run npm run clocks');
    process.exitCode = 1;
  }
}

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';

const script = join(import.meta.dirname, 'calendar.ts');
const bundled = join(import.meta.dirname, '../shared/jurisdictions/binh-duong/calendar.json');
const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Row = Readonly<Record<string, unknown>>;
type CalendarFile = Record<string, unknown> & { weekly: Record<string, string[]> };

const put = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const calendarFile = (name: string, change: (data: CalendarFile) => void): string => {
  const data = JSON.parse(readFileSync(bundled, 'utf8')) as CalendarFile;
  change(data);
  return put(name, data);
};

/** Runs the command as a person does, in a zone that is not the province's. */
async function calendar(input: string, ...args: string[]) {
  const child = spawn(process.execPath, [script, '--input', '-', ...args], {
    env: { TZ: 'America/New_York', INIT_CWD: folder },
  });
  child.stdin.end(input);
  const [out, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on('close', resolve)),
  ]);
  const rows = out.split('\n').filter((line) => line !== '');
  return { code, errors, rows: rows.map((line) => JSON.parse(line) as Row) };
}

const jsonLines = (rows: readonly unknown[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const added = (from: string, amount: number, unit: string): Row => ({
  ...{ op: 'add', from, amount, unit },
});

describe('npm run calendar', () => {
  it('answers each line in order, with what the line said', async () => {
    const questions: [Row, Row][] = [
      [
        { ...added('2026-02-13T16:50', 1, 'workingDays'), note: 'trước Tết' },
        { result: '2026-02-23T10:00:00.000Z', resultLocal: '2026-02-23T17:00:00+07:00' },
      ],
      [
        added('2026-02-13T09:50:00Z', 20, 'workingMinutes'),
        { result: '2026-02-23T00:40:00.000Z', resultLocal: '2026-02-23T07:40:00+07:00' },
      ],
      [
        added('2026-01-09 16:00', 2, 'workingHours'),
        { result: '2026-01-10T01:30:00.000Z', resultLocal: '2026-01-10T08:30:00+07:00' },
      ],
      [
        added('2026-02-13T04:50:00-05:00', 8, 'hours'),
        { result: '2026-02-13T17:50:00.000Z', resultLocal: '2026-02-14T00:50:00+07:00' },
      ],
      [
        { op: 'between', from: '2026-03-10T11:00', to: '2026-03-10T13:30:30' },
        { workingMinutes: 60.5 },
      ],
      [
        { op: 'between', from: '2026-02-23T08:00', to: '2026-02-13T16:50' },
        { workingMinutes: -40 },
      ],
    ];
    const { code, rows, errors } = await calendar(jsonLines(questions.map(([asked]) => asked)));
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(rows).toEqual(
      questions.map(([asked, answer]) => ({ ...asked, ...answer, calendarVersion: 'built-in-1' })),
    );
  });

  it('puts an error in the place of a bad line, goes on, and ends with 1', async () => {
    const good = JSON.stringify(added('2026-03-10T09:00', 1, 'workingDays'));
    const bad: [string, string][] = [
      ['{"op": "add"', 'LINE_NOT_JSON'],
      ['[]', 'LINE_NOT_JSON'],
      ['{"op": "sub", "from": "2026-03-10T09:00"}', 'OPERATION_UNKNOWN'],
      ['{"op": "between", "from": "2026-03-10T09:00"}', 'FIELD_MISSING'],
      [good.replace('2026-03-10T09:00', '2026-02-30T09:00'), 'INSTANT_INVALID'],
      [good.replace('2026-03-10T09:00', '2026-03-10'), 'INSTANT_INVALID'],
      [good.replace('workingDays', 'days'), 'UNIT_UNKNOWN'],
      [good.replace('1,', '-1,'), 'AMOUNT_INVALID'],
      [good.replace('1,', '1.5,'), 'AMOUNT_INVALID'],
      [good.replace('2026-', '2028-'), 'CALENDAR_NOT_COVERED'],
      [good.replace('{', '{"department": "NOBODY", '), 'DEPARTMENT_UNKNOWN'],
      [good.replace('{', '{"departement": "TA", '), 'FIELD_UNKNOWN'],
      [good.replace('{', '{"calendar": "absent.json", '), 'CALENDAR_UNREADABLE'],
    ];
    const input = bad.map(([line]) => `${line}\r\n\r\n${good}\r\n`).join('');
    const { code, rows } = await calendar(`\uFEFF${input}`);
    expect(code).toBe(1);
    expect(rows.filter((_, index) => index % 2 === 0)).toMatchObject(
      bad.map(([, error], index) => ({ line: 3 * index + 1, error: { code: error } })),
    );
    expect(rows.filter((_, index) => index % 2 === 1)).toEqual(
      bad.map(() => expect.objectContaining({ result: '2026-03-11T10:00:00.000Z' }) as Row),
    );
  });

  it('asks another calendar, for a line or for all, and the hours of a department', async () => {
    const summer = calendarFile('summer.json', (data) => {
      const weekly = { ...data.weekly, monday: ['06:00-10:00'] };
      data['version'] = 'summer-1';
      data['seasons'] = [{ name: 'Giờ mùa hè', from: '05-01', until: '09-30', weekly }];
      data['departments'] = { TA: { roundTheClock: true } };
    });
    const asked = added('2026-06-08T05:00', 1, 'workingHours');
    const lines = [
      asked,
      { ...asked, calendar: 'summer.json' },
      { ...asked, department: 'TA' },
      { ...asked, department: 'TA', calendar: summer },
    ];
    const local = (rows: readonly Row[]) => rows.map(({ resultLocal }) => resultLocal);
    const [usual, season, duty] = ['08:30', '07:00', '06:00'].map(
      (time) => `2026-06-08T${time}:00+07:00`,
    );
    expect(local((await calendar(jsonLines(lines))).rows)).toEqual([usual, season, usual, duty]);
    const forAll = await calendar(jsonLines(lines), '--calendar', summer, '--department', 'TA');
    expect(local(forAll.rows)).toEqual([duty, duty, duty, duty]);
    expect(forAll.rows[0]).toMatchObject({ calendarVersion: 'summer-1' });
  });

  it('puts the file of one year into the calendar of the province', async () => {
    const dayOff = (date: string) => ({
      date,
      name: 'Nghỉ',
      kind: 'statutory',
      status: 'official',
    });
    const year = { year: 2028, daysOff: [dayOff('2028-01-03')], makeUpWorkdays: [] };
    put('2028.json', year);
    put('empty.json', { ...year, daysOff: [] });
    const asked = added('2027-12-31T16:30', 1, 'workingDays');
    const { rows } = await calendar(
      jsonLines([
        { ...asked, calendar: '2028.json' },
        { ...asked, calendar: 'empty.json' },
      ]),
    );
    expect(rows).toMatchObject([
      { resultLocal: '2028-01-04T17:00:00+07:00' },
      { error: { code: 'CALENDAR_INVALID', problems: [{ code: 'YEAR_WITHOUT_DAYS_OFF' }] } },
    ]);
  });

  it('reads and shows local time of a zone with daylight saving', async () => {
    const newYork = calendarFile('new-york.json', (data) => {
      delete data['utcOffset'];
      data['timeZone'] = 'America/New_York';
    });
    const lines = ['2026-03-06T16:30', '2026-11-01T01:30', '2026-03-08T02:30'].map((from) =>
      added(from, 1, 'workingHours'),
    );
    const { rows } = await calendar(jsonLines(lines), '--calendar', newYork);
    expect(rows).toMatchObject([
      { resultLocal: '2026-03-09T08:00:00-04:00' },
      { resultLocal: '2026-11-02T08:30:00-05:00' },
      // The clocks skip it.
      { error: { code: 'INSTANT_INVALID' } },
    ]);
  });

  it('names every fault of a calendar with its code', async () => {
    const faulty = calendarFile('faulty.json', (data) => {
      data.weekly['monday'] = ['11:30-07:30'];
      data.weekly['friday'] = ['07:30-12:00', '11:30-17:00'];
    });
    const asked = added('2026-03-10T09:00', 1, 'workingDays');
    const one = await calendar(jsonLines([{ ...asked, calendar: faulty }, asked]));
    expect(one.code).toBe(1);
    expect(one.rows).toMatchObject([
      {
        error: {
          code: 'CALENDAR_INVALID',
          problems: [{ code: 'WINDOW_ENDS_BEFORE_START' }, { code: 'WINDOWS_OVERLAP' }],
        },
      },
      { result: '2026-03-11T10:00:00.000Z' },
    ]);
    const all = await calendar(jsonLines([asked]), '--calendar', 'faulty.json');
    expect(all).toMatchObject({ code: 2, rows: [] });
    expect(all.errors).toContain('WINDOWS_OVERLAP weekly.friday: window 2 starts before window 1');
  });

  it('answers a list of any length, whose last line need not end', async () => {
    const line = JSON.stringify(added('2026-03-10T09:00', 1, 'workingDays'));
    put('long.jsonl', Array.from({ length: 20_000 }, () => line).join('\n'));
    const { code, rows } = await calendar('', '--input', 'long.jsonl');
    expect([code, rows.length]).toEqual([0, 20_000]);
  });

  it('finds the list from where the person is when npm runs it', async () => {
    put('one.jsonl', jsonLines([added('2026-03-10T09:00', 1, 'workingDays')]));
    const bootstrap = join(import.meta.dirname, '../local/bootstrap.mjs');
    const { PATH } = process.env;
    const child = spawn(process.execPath, [bootstrap, 'calendar', '--input', 'one.jsonl'], {
      cwd: folder,
      env: { PATH },
    });
    expect(JSON.parse(await text(child.stdout))).toMatchObject({
      resultLocal: '2026-03-11T17:00:00+07:00',
    });
  });

  it.each([
    ['a list that is not there', ['--input', 'absent.jsonl'], /ENOENT/],
    ['an option that does not exist', ['--inptu', 'x'], /--inptu/],
    ['a calendar that is not there', ['--calendar', 'absent.json'], /CALENDAR_UNREADABLE/],
  ])('ends with 2 and a sentence for %s', async (_, args, sentence) => {
    const { code, errors, rows } = await calendar('', ...args);
    expect({ code, rows }).toEqual({ code: 2, rows: [] });
    expect(errors).toMatch(sentence);
  });
});

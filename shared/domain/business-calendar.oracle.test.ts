import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const script = fileURLToPath(new URL('../../test/support/minute-oracle-run.ts', import.meta.url));
const RUNS_A_CALENDAR = 1300;
const SEED = 1022;
// Walking minutes is slow by design: some six seconds here, more on a busy machine.
const TIMEOUT_MS = 180_000;

const Report = z.object({
  offsetMinutesOf2020: z.number(),
  calendars: z.number(),
  cases: z.number(),
  aroundTet: z.record(z.string(), z.number()),
  clocks: z.record(z.string(), z.number()),
});

// A process of its own per zone: a worker cannot change the zone it was started in.
const zones = [
  { timeZone: 'UTC', offsetMinutesOf2020: 0 },
  { timeZone: 'Asia/Ho_Chi_Minh', offsetMinutesOf2020: -420 },
  { timeZone: 'America/New_York', offsetMinutesOf2020: 300 },
];

describe('the business calendar, minute by minute over 2019-2027', () => {
  it.concurrent.each(zones)(
    'agrees with the oracle in every case in a process that runs in $timeZone',
    async ({ timeZone, offsetMinutesOf2020 }) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [script, String(RUNS_A_CALENDAR), String(SEED)],
        { env: { TZ: timeZone } },
      );
      const report = Report.parse(JSON.parse(stdout));
      expect(report).toMatchObject({ offsetMinutesOf2020, calendars: 48, cases: 13_000 });
      expect(Object.keys(report.aroundTet)).toEqual(
        Array.from({ length: 9 }, (_, year) => String(2019 + year)),
      );
      expect(Math.min(...Object.values(report.aroundTet))).toBeGreaterThan(200);
      expect(Object.keys(report.clocks).sort()).toEqual([
        'hours',
        'paused',
        'workingDays',
        'workingHours',
        'workingMinutes',
      ]);
      expect(Math.min(...Object.values(report.clocks))).toBeGreaterThan(2500);
    },
    TIMEOUT_MS,
  );
});

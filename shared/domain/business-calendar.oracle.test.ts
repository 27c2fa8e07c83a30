import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../test/support/minute-oracle-run.ts', import.meta.url));
const RUNS_A_CALENDAR = 1100;
const SEED = 1022;
// Walking minutes is slow by design: a few seconds here, more on a busy machine.
const TIMEOUT_MS = 120_000;

// A process of its own per zone: a worker cannot change the zone it was started in.
const zones = [
  { timeZone: 'UTC', offsetMinutesOf2020: 0 },
  { timeZone: 'America/New_York', offsetMinutesOf2020: 300 },
];

describe('the business calendar, minute by minute over 2019-2027', () => {
  it.concurrent.each(zones)(
    'agrees with the oracle in a process that runs in $timeZone',
    async ({ timeZone, offsetMinutesOf2020 }) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [script, String(RUNS_A_CALENDAR), String(SEED)],
        { env: { TZ: timeZone } },
      );
      expect(JSON.parse(stdout)).toEqual({
        timeZone,
        offsetMinutesOf2020,
        cases: 2 * RUNS_A_CALENDAR,
      });
    },
    TIMEOUT_MS,
  );
});

import { defineConfig } from 'vitest/config';

/** Real parts take time to start on a small machine: dynoxide, the local host, Chromium. */
const REAL_PARTS_MS = 120_000;

const ORACLES = 'shared/**/*.oracle.test.ts';
const COMMANDS = 'scripts/**/*.command.test.ts';

const project = (name: string, include: string[], options: object = {}) => ({
  extends: true as const,
  test: { name, include, ...options },
});

export default defineConfig({
  test: {
    // Calendars must not depend on the machine's zone; a zone far from the province's shows it.
    env: { TZ: 'America/New_York' },
    testTimeout: 30_000,
    projects: [
      // A process loads a module once for all files: loading them for each took more time than the tests.
      project('unit', ['{shared,functions,events,scripts,web}/**/*.test.ts'], {
        isolate: false,
        exclude: [ORACLES, COMMANDS],
      }),
      // Starts a process for each command that a person would type: too slow for the quick check.
      project('commands', [COMMANDS]),
      // Walks minutes, in a process for each time zone: too slow for the quick check.
      project('oracle', [ORACLES]),
      project('local', ['local/**/*.test.ts'], {
        testTimeout: REAL_PARTS_MS,
        hookTimeout: REAL_PARTS_MS,
      }),
      project('contract', ['test/contract/**/*.test.ts'], {
        testTimeout: REAL_PARTS_MS,
        hookTimeout: REAL_PARTS_MS,
      }),
      project('histories', ['test/contract/**/*.histories.ts'], { testTimeout: REAL_PARTS_MS }),
      project('simulation', ['test/simulation/**/*.test.ts'], {
        testTimeout: REAL_PARTS_MS,
        hookTimeout: REAL_PARTS_MS,
      }),
      // Loading the CDK takes most of their time; they share nothing that one could change for another.
      project('infra', ['test/infra/**/*.test.ts'], {
        isolate: false,
        testTimeout: REAL_PARTS_MS,
        hookTimeout: REAL_PARTS_MS,
      }),
      // Drives a browser against the local host; it needs Chromium, and says so where there is none.
      project('e2e', ['test/e2e/**/*.test.ts'], {
        testTimeout: 2 * REAL_PARTS_MS,
        hookTimeout: REAL_PARTS_MS,
        // Two browsers at once would only wait for each other on a small machine.
        fileParallelism: false,
      }),
      project('acceptance', ['test/acceptance/**/*.test.ts'], {
        testTimeout: REAL_PARTS_MS,
        hookTimeout: REAL_PARTS_MS,
      }),
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** Word lists are long expressions: compiled at once instead of twice, they take a sixth less of the time of what plays conversations. */
const execArgv = ['--no-regexp-tier-up'];

/** As long as it may take on a machine that has as much to do again: how fast the product is stands in `bench/`, not in a test. */
const expect = { poll: { timeout: 10_000 } };

/** Four kinds of checks. `scripts/test.ts` runs them all, the server's a second time on PostgreSQL, and several at the same time. */
export default defineConfig({
  test: {
    // Tests of the server wait for processes and databases more than they compute: one worker would leave a core idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'apps/web/src/**/*.test.ts', 'scripts/**/*.test.ts', 'validity/**/*.test.ts'],
          isolate: false,
          execArgv,
          expect,
          testTimeout: 30_000,
        },
      },
      { test: { name: 'floors', include: ['tests/floors/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'server',
          include: ['apps/server/**/*.test.ts', 'tests/{tenancy,tapes,protocol}/**/*.test.ts'],
          // The server is read and compiled once in each worker, which takes longer than most of its files.
          isolate: false,
          execArgv,
          expect,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // A browser, a server and a voice in real time on a machine that is short of everything may miss each other once; twice is ours.
      { test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], expect, retry: 1, testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});

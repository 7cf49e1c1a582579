import { defineConfig } from 'vitest/config';

/** Four kinds of checks. `scripts/test.ts` runs them all, the server's a second time on PostgreSQL. */
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
        },
      },
      { test: { name: 'floors', include: ['tests/floors/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'server',
          include: ['apps/server/**/*.test.ts', 'tests/{tenancy,tapes,protocol}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});

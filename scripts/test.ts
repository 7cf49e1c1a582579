// `npm test`: every check there is, in the order in which a fault is cheapest to find. The last line says how many passed.
import { spawn } from 'node:child_process';
import { glob, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { findChromium } from './find-chromium.ts';
import { startPostgres } from './start-postgres.ts';

const VitestSummary = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numFailedTestSuites: z.int(), numPendingTests: z.int() });

let passed = 0;
let failed = 0;
const skipped: string[] = [];

function run(command: string, args: readonly string[], environment: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** One command that passes or fails as a whole. */
async function check(name: string, command: string, ...args: string[]): Promise<void> {
  const started = Date.now();
  const code = await run(command, args);
  if (code === 0) passed += 1;
  else failed += 1;
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

/** The tests of a vitest project, each counted. */
async function tests(name: string, projects: readonly string[], environment: Record<string, string> = {}, files: readonly string[] = []): Promise<void> {
  console.log(`\n== ${name}`);
  const output = join(tmpdir(), `coachvisio-tests-${process.pid}-${name.replaceAll(/\W+/g, '-')}.json`);
  const code = await run(
    'vitest',
    ['run', ...files, ...projects.flatMap((project) => ['--project', project]), '--reporter=default', '--reporter=json', `--outputFile.json=${output}`],
    environment,
  );
  const summary = VitestSummary.safeParse(JSON.parse(await readFile(output, 'utf8').catch(() => 'null')));
  await rm(output, { force: true });
  passed += summary.data?.numPassedTests ?? 0;
  const failures = (summary.data?.numFailedTests ?? 0) || (summary.data?.numFailedTestSuites ?? 0);
  // A run that failed without a failed test (a file that does not load, a leak after the end) counts as one failure.
  failed += failures > 0 ? failures : code === 0 ? 0 : 1;
  if (summary.data && summary.data.numPendingTests > 0) skipped.push(`${summary.data.numPendingTests} of ${name}`);
}

/** Tests that open a database through `platform/testing.ts`; for the others it makes no difference which one there is. */
async function databaseTests(): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(['apps/server/src/**/*.test.ts', 'tests/{tenancy,tapes,protocol}/**/*.test.ts']))
    if (/\b(startTestServer|createTestDatabase)\b/.test(await readFile(file, 'utf8'))) files.push(file);
  return files;
}

await check('types: contract', 'tsc', '-p', 'packages/contract');
await check('types: engine', 'tsc', '-p', 'packages/engine');
await check('types: embedded voice', 'tsc', '-p', 'packages/embedded-voice');
await check('types: server', 'tsc', '-p', 'apps/server');
await check('types: web', 'tsc', '-p', 'apps/web');
await check('types: tests, benches and scripts', 'tsc', '-p', 'tsconfig.json');
await check('lint', 'oxlint');
await check('format', 'oxfmt', '--check', '.');
await check('floors', 'depcruise', 'packages', 'apps/server/src', 'apps/web/src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err');
await check('nothing unused', 'knip');
await tests('unit and floors', ['unit', 'floors']);
await tests('server on the embedded database', ['server']);

const postgres = await startPostgres();
if (postgres) {
  await tests('server on PostgreSQL', ['server'], { TEST_DATABASE_URL: postgres.url }, await databaseTests());
  await postgres.stop();
} else skipped.push('the server on PostgreSQL: no PostgreSQL server was found');

const chromium = findChromium();
if (chromium) await tests('journeys in Chromium', ['journeys'], { CHROMIUM: chromium });
else skipped.push('journeys: no Chromium was found');

for (const what of skipped) console.log(`\n!!! SKIPPED ${what}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

// `npm test`: every check there is. What computes goes in the order in which a fault is cheapest to find; what waits for a
// browser and for sound, in real time, goes on beside it. The last line says how many passed.
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

/** What a command that has ended wrote, both streams as they came. */
interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Output is kept until the end: of commands that run beside each other it would come mixed. */
function run(command: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** One line for what passed; what failed is shown whole. */
function tell(name: string, well: boolean, began: number, output: string, count = ''): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  if (!well) console.log(`\n== ${name}\n${output.trimEnd()}\n`);
  console.log(`${well ? 'ok  ' : 'FAIL'} ${name}${count} (${seconds} s)`);
}

/** One command that passes or fails as a whole. */
async function check(name: string, command: string, ...args: string[]): Promise<void> {
  const began = Date.now();
  const { code, output } = await run(command, args);
  if (code === 0) passed += 1;
  else failed += 1;
  tell(name, code === 0, began, output);
}

interface Tests {
  readonly projects: readonly string[];
  /** Files at once. */
  readonly workers: number;
  readonly environment?: Record<string, string>;
  readonly files?: readonly string[];
}

/** The tests of a vitest project, each counted. */
async function tests(name: string, { projects, workers, environment = {}, files = [] }: Tests): Promise<void> {
  const began = Date.now();
  const report = join(tmpdir(), `coachvisio-tests-${process.pid}-${name.replaceAll(/\W+/g, '-')}.json`);
  const { code, output } = await run(
    'vitest',
    [
      ['run', ...files, ...projects.flatMap((project) => ['--project', project]), `--maxWorkers=${workers}`],
      ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ].flat(),
    environment,
  );
  const summary = VitestSummary.safeParse(JSON.parse(await readFile(report, 'utf8').catch(() => 'null')));
  await rm(report, { force: true });
  passed += summary.data?.numPassedTests ?? 0;
  const failures = (summary.data?.numFailedTests ?? 0) || (summary.data?.numFailedTestSuites ?? 0);
  // A run that failed without a failed test (a file that does not load, a leak after the end) counts as one failure.
  const faults = failures > 0 ? failures : code === 0 ? 0 : 1;
  failed += faults;
  if (summary.data && summary.data.numPendingTests > 0) skipped.push(`${summary.data.numPendingTests} of ${name}`);
  tell(name, faults === 0, began, output, `: ${summary.data?.numPassedTests ?? 0} passed, ${faults} failed`);
}

/** Tests that open a database through `platform/testing.ts`; for the others it makes no difference which one there is. */
async function databaseTests(): Promise<string[]> {
  const files: string[] = [];
  for await (const file of glob(['apps/server/src/**/*.test.ts', 'tests/{tenancy,tapes,protocol}/**/*.test.ts']))
    if (/\b(startTestServer|createTestDatabase)\b/.test(await readFile(file, 'utf8'))) files.push(file);
  return files;
}

/** What keeps the cores busy, one after the other, the quickest first. */
async function whatComputes(): Promise<void> {
  await Promise.all([check('types: contract', 'tsc', '-p', 'packages/contract'), check('types: server', 'tsc', '-p', 'apps/server')]);
  await Promise.all([check('types: engine', 'tsc', '-p', 'packages/engine'), check('types: web', 'tsc', '-p', 'apps/web')]);
  await Promise.all([
    check('types: embedded voice', 'tsc', '-p', 'packages/embedded-voice'),
    check('types: tests, benches and scripts', 'tsc', '-p', 'tsconfig.json'),
  ]);
  await Promise.all([check('lint', 'oxlint'), check('format', 'oxfmt', '--check', '.')]);
  await Promise.all([
    check('floors', 'depcruise', 'packages', 'apps/server/src', 'apps/web/src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'),
    check('nothing unused', 'knip'),
  ]);
  await tests('unit and floors', { projects: ['unit', 'floors'], workers: 2 });
  await tests('server on the embedded database', { projects: ['server'], workers: 2 });
  const postgres = await startPostgres({ durable: false });
  if (!postgres) return void skipped.push('the server on PostgreSQL: no PostgreSQL server was found');
  const environment = { TEST_DATABASE_URL: postgres.url };
  try {
    await tests('server on PostgreSQL', { projects: ['server'], workers: 2, environment, files: await databaseTests() });
  } finally {
    await postgres.stop();
  }
}

/** What waits: one browser at a time, since what it shows and hears there comes at the pace of speech. */
async function whatWaits(): Promise<void> {
  const chromium = findChromium();
  if (chromium) await tests('journeys in Chromium', { projects: ['journeys'], workers: 1, environment: { CHROMIUM: chromium } });
  else skipped.push('journeys: no Chromium was found');
}

console.log('What passes is one line when it is done; the journeys in Chromium run beside all others.');
// Each is waited for, also when the other cannot go on: nothing is left behind that still runs.
for (const end of await Promise.allSettled([whatComputes(), whatWaits()])) {
  if (end.status === 'fulfilled') continue;
  failed += 1;
  console.log(`\nFAIL ${String(end.reason)}`);
}

for (const what of skipped) console.log(`\n!!! SKIPPED ${what}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

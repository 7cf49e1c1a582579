import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, post } from './platform/testing.ts';

const program = join(import.meta.dirname, 'main.ts');

interface Process {
  readonly child: ChildProcess;
  readonly url: string;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

async function ready({ url, ended }: Process): Promise<void> {
  for (;;) {
    if (
      await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    const over = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
    if (over) break;
  }
  throw new Error(`it did not start: ${(await ended).said}`);
}

describe('the program', () => {
  let directory: string;
  const running: ChildProcess[] = [];
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'coachvisio-main-'));
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  async function run(env: Record<string, string> = {}): Promise<Process> {
    const port = env.PORT ?? String(await freePort());
    const child = spawn(process.execPath, [program], { env: { PATH: process.env.PATH, DATA_DIR: directory, PORT: port, LOG_LEVEL: 'warn', ...env } });
    running.push(child);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<{ code: number | null; said: string }>((resolve) => child.on('close', (code) => resolve({ code, said })));
    return { child, ended, url: `http://127.0.0.1:${port}` };
  }

  it('stops on SIGTERM, keeps what was written and lets the next one in', async () => {
    const first = await run();
    await ready(first);
    const cookie = (await fetch(`${first.url}/v1/demo`, post({}))).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    first.child.kill('SIGTERM');
    expect(await first.ended).toEqual({ code: 0, said: '' });
    expect(existsSync(join(directory, 'coachvisio.lock'))).toBe(false);
    const second = await run();
    await ready(second);
    expect((await fetch(`${second.url}/v1/me`, { headers: { cookie } })).status).toBe(200);
    expect(statSync(join(directory, 'auth-secret')).mode & 0o777).toBe(0o600);
  });

  it('loses nothing that was answered when it is killed', async () => {
    const first = await run();
    await ready(first);
    const cookies = await Promise.all(
      Array.from({ length: 5 }, async () => (await fetch(`${first.url}/v1/demo`, post({}))).headers.getSetCookie()[0]?.split(';')[0] ?? ''),
    );
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await run();
    await ready(second);
    for (const cookie of cookies) expect((await fetch(`${second.url}/v1/me`, { headers: { cookie } })).status).toBe(200);
  });

  it('refuses a data directory that another one uses', async () => {
    const first = await run();
    await ready(first);
    const { code, said } = await (await run()).ended;
    expect(code).toBe(1);
    expect(said).toBe(`Another CoachVisio (process ${first.child.pid}) is using DATA_DIR ${directory}: stop it, or choose another directory.\n`);
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
  });

  it('says which port is in use', async () => {
    const port = await freePort();
    const taken = createServer().listen(port, '127.0.0.1');
    const { code, said } = await (await run({ PORT: String(port) })).ended;
    taken.close();
    expect({ code, said }).toEqual({ code: 1, said: `Port ${port} on 127.0.0.1 is in use: stop what listens there, or set PORT to another.\n` });
    expect(existsSync(join(directory, 'coachvisio.lock'))).toBe(false);
  });

  it('stops before it begins when a setting is wrong', async () => {
    const { code, said } = await (await run({ DATABSE_URL: 'postgres://x', DEMO: 'oui' })).ended;
    expect(code).toBe(2);
    expect(said).toBe('DATABSE_URL is not a setting; did you mean DATABASE_URL?\nDEMO must be on or off.\n');
  });

  it('says that a database cannot be reached', async () => {
    const port = await freePort();
    const { code, said } = await (await run({ DATABASE_URL: `postgres://somebody:secret@127.0.0.1:${port}/nothing` })).ended;
    expect(code).toBe(1);
    expect(said).toBe(`The database at 127.0.0.1:${port} cannot be reached (ECONNREFUSED): check that it runs and that DATABASE_URL is right.\n`);
  });

  it('says that a data directory cannot be used', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, '');
    const { code, said } = await (await run({ DATA_DIR: file })).ended;
    expect(code).toBe(1);
    expect(said).toMatch(/^DATA_DIR .* cannot be used \(EEXIST\): make it a directory that this user may write to, or choose another\.\n$/);
  });

  it('starts afresh where a first start was cut short', async () => {
    const first = await run();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    first.child.kill('SIGKILL');
    await first.ended;
    await ready(await run());
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const program = join(import.meta.dirname, '../../apps/server/src/main.ts');

/** Greets every client with an error of PostgreSQL, as a server does whose clients are wrong about something. */
function refusingDatabase(code: string): Promise<Server> {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mno\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([Buffer.from('E'), length, fields])));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const portOf = (server: Server): number => {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen');
  return address.port;
};

describe('a start that cannot succeed', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'coachvisio-start-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  async function start(settings: Record<string, string>): Promise<{ readonly code: number | null; readonly said: string }> {
    const child = spawn(process.execPath, [program], {
      env: { PATH: process.env['PATH'], DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'info', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    await once(child, 'close');
    return { code: child.exitCode, said };
  }

  it.each([
    ['28P01', (port: number) => `The database at 127.0.0.1:${port} refuses user «somebody»: check the user and the password in DATABASE_URL.\n`],
    ['28000', (port: number) => `The database at 127.0.0.1:${port} refuses user «somebody»: check the user and the password in DATABASE_URL.\n`],
    ['3D000', (port: number) => `The database «nothing» does not exist at 127.0.0.1:${port}: create it, or name another in DATABASE_URL.\n`],
    ['57P03', (port: number) => `The database at 127.0.0.1:${port} cannot be reached (57P03): check that it runs and that DATABASE_URL is right.\n`],
  ])('says in one sentence what a database means by %s, never the password, and writes nothing', async (code, sentence) => {
    const database = await refusingDatabase(code);
    const port = portOf(database);
    expect(await start({ DATABASE_URL: `postgres://somebody:s3cret@127.0.0.1:${port}/nothing` })).toEqual({ code: 1, said: sentence(port) });
    expect(readdirSync(directory)).toEqual([]);
    database.close();
  });

  it('names every setting that is wrong at once, and writes nothing', async () => {
    expect(await start({ PORT: '99999', MODEL_NAME: 'x', SHUTDOWN_M: '1', MODEL_TIMEOUT_MS: '2s' })).toEqual({
      code: 2,
      said: 'SHUTDOWN_M is not a setting; did you mean SHUTDOWN_MS?\nPORT must be a whole number from 0 to 65535.\nMODEL_TIMEOUT_MS must be a whole number from 100 to 60000.\n',
    });
    expect(await start({ MODEL_NAME: 'x' })).toEqual({
      code: 2,
      said: 'MODEL_URL is missing: MODEL_NAME and MODEL_KEY do nothing without the address of the model.\n',
    });
    expect(readdirSync(directory)).toEqual([]);
  });

  it('says which address is none of this machine', async () => {
    expect(await start({ HOST: '192.0.2.1' })).toEqual({
      code: 1,
      said: 'HOST 192.0.2.1 is no address of this machine: use 127.0.0.1, or 0.0.0.0 for every address.\n',
    });
    expect(readdirSync(directory)).not.toContain('coachvisio.lock');
  });
});

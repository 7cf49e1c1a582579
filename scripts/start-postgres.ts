import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface PostgresServer {
  /** Connects as the owner of a database, who is not a superuser: as an operator would. Tests make further ones with it. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server of our own on loopback, in a folder that goes with it. Undefined where no server program is installed.
 * One that is not durable waits for no disk: a crash of the machine may lose all of it, a crash of its clients nothing.
 */
export async function startPostgres({ durable = true } = {}): Promise<PostgresServer | undefined> {
  const bin = findBinaries();
  if (!bin) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'coachvisio-postgres-'));
  const port = await freePort();
  // PostgreSQL refuses to run as root: as root we step down to the account that its package made.
  const asUser = process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
  if (asUser.length > 0) execFileSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  const [initCommand = '', ...initArgs] = [
    ...asUser,
    join(bin, 'initdb'),
    '-D',
    join(folder, 'data'),
    '-U',
    'admin',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  execFileSync(initCommand, initArgs, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
  const settings = ['-c', `port=${port}`, '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`, '-c', 'max_connections=200'];
  if (!durable) settings.push('-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off');
  const [command = '', ...args] = [...asUser, join(bin, 'postgres'), '-D', join(folder, 'data'), ...settings];
  const server = spawn(command, args, { stdio: 'ignore', cwd: folder });
  const adminUrl = `postgres://admin@127.0.0.1:${port}/postgres`;
  await waitUntilReady(join(bin, 'pg_isready'), port);
  for (const sql of ['create role owner login createrole createdb', 'create database coachvisio owner owner']) {
    execFileSync(join(bin, 'psql'), [adminUrl, '-q', '-c', sql], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return {
    url: `postgres://owner@127.0.0.1:${port}/coachvisio`,
    pid: server.pid ?? 0,
    async stop() {
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(debian, version, 'bin')).find((path) => existsSync(join(path, 'initdb')));
  if (found) return found;
  const onPath = spawnSync('sh', ['-c', 'dirname "$(command -v initdb)"'], { encoding: 'utf8' });
  return onPath.stdout.trim() === '' || onPath.stdout.trim() === '.' ? undefined : onPath.stdout.trim();
}

async function waitUntilReady(pgIsReady: string, port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    if (spawnSync(pgIsReady, ['-h', '127.0.0.1', '-p', String(port), '-q']).status === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('PostgreSQL did not start within 15 s');
}

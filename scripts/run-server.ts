import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));

export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Asks it to stop and waits until it has; its data stay. */
  stop(): Promise<void>;
}

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'coachvisio-'));
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });

/** The product as an operator starts it, as a process of its own, ready when this resolves. */
export async function runServer(dataDir: string, environment: Record<string, string> = {}): Promise<RunningServer> {
  const port = environment['PORT'] ?? String(await freePort());
  const server = spawn(process.execPath, [main], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'development', DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'error', ...environment, PORT: port },
  });
  const gone = once(server, 'exit');
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error('The server stopped while it started; the lines above say why.');
    if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return {
    url,
    process: server,
    async stop() {
      server.kill('SIGTERM');
      await gone;
    },
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runServer, type RunningServer } from '../scripts/run-server.ts';

/** A bench that breaks off leaves no process behind. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

function keep(child: ChildProcess): void {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

/** The product without limits on how often one address may call: a bench is one address. */
export async function startServer(dataDir: string, environment: Record<string, string> = {}): Promise<RunningServer> {
  const server = await runServer(dataDir, { RATE_LIMIT: 'off', ...environment });
  keep(server.process);
  return server;
}

/** A script of this folder that prints an address first. */
export async function startScript(script: string, args: readonly string[]): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  keep(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', () => reject(new Error(`${script} stopped before it was ready`)));
  });
  return { url, stop: () => void child.kill('SIGTERM') };
}

export interface Provider {
  readonly url: string;
  /** Has the product think, speak and hear with it. */
  readonly settings: Record<string, string>;
  /** Tells it what the clips say that it is to understand. */
  teach(clips: readonly { readonly id: number; readonly words: readonly string[] }[]): Promise<void>;
  /** What goes wrong from now on. */
  fail(faults: Readonly<Record<string, string>>): Promise<void>;
  stop(): void;
}

/** The fake provider, which thinks, speaks and hears. */
export async function startProvider(args: readonly string[] = []): Promise<Provider> {
  const { url, stop } = await startScript('fake-provider.ts', args);
  const base = `${url}/v1`;
  const post = async (path: string, body: unknown): Promise<void> => {
    const { ok, status } = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!ok) throw new Error(`the fake provider answered ${path} with ${status}`);
  };
  return {
    url,
    stop,
    settings: {
      MODEL_URL: base,
      MODEL_NAME: 'bench',
      SPEAK_URL: base,
      SPEAK_NAME: 'bench',
      HEAR_URL: base,
      HEAR_NAME: 'bench',
      HEAR_VERBATIM: 'on',
      EMBEDDED_VOICE: 'off',
    },
    teach: (clips) => post('/clips', Object.fromEntries(clips.map(({ id, words }) => [id, words]))),
    fail: (faults) => post('/faults', faults),
  };
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runServer, type RunningServer } from '../scripts/run-server.ts';

/** The product without limits on how often one address may call: a bench is one address. */
export const startServer = (dataDir: string, environment: Record<string, string> = {}): Promise<RunningServer> =>
  runServer(dataDir, { RATE_LIMIT: 'off', ...environment });

/** A script of this folder that prints an address first. */
export async function startScript(script: string, args: readonly string[]): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', () => reject(new Error(`${script} stopped before it was ready`)));
  });
  return { url, stop: () => void child.kill('SIGTERM') };
}

// `npm start`: the server in a process of its own, its address in one line that is easy to find, and the browser on it.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Config, readConfig } from '../apps/server/src/platform/config.ts';

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url));
/** A first start without a prepared database takes some seconds; a slow disk, more. */
const patienceMs = 60_000;

/** The server says itself what is wrong with its settings: here they are only read to know where it will listen. */
function settings(): Config | undefined {
  try {
    return readConfig();
  } catch {
    return undefined;
  }
}

/** Where this machine reaches it: an address that means «all of them» cannot be called. */
function localAddress({ host, port }: Config): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

const isReady = async (address: string): Promise<boolean> =>
  (await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined))?.ok === true;

function frame(line: string): string {
  const edge = '─'.repeat(line.length + 4);
  return `\n┌${edge}┐\n│  ${line}  │\n└${edge}┘\n`;
}

/** Only where somebody sits in front of a screen, and never a reason to fail. */
function openBrowser(address: string): void {
  if (!process.stdin.isTTY || !process.stdout.isTTY || process.env['CI']) return;
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return;
  const [command, ...args] =
    process.platform === 'win32' ? ['cmd', '/c', 'start', '', address] : [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
  const browser = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
  browser.on('error', () => undefined);
  browser.unref();
}

async function announce(config: Config, isOver: () => boolean): Promise<void> {
  const address = localAddress(config);
  const until = Date.now() + patienceMs;
  while (!isOver() && Date.now() < until) {
    if (await isReady(address)) {
      if (isOver()) return;
      console.log(frame(`CoachVisio vous attend · is waiting for you → ${config.publicUrl}`));
      openBrowser(config.publicUrl);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const config = settings();
// Whatever answers before our server was started is another one: ours will say that the port is in use.
const isTaken = config !== undefined && (await isReady(localAddress(config)));
const server = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
let isOver = false;
server.on('exit', (code, signal) => {
  isOver = true;
  process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 1);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill(signal));
if (config && config.port !== 0 && !isTaken) await announce(config, () => isOver);

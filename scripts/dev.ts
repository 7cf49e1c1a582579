// `npm run dev`: the server, restarted when its files change, behind Vite, which builds the web app as it is asked for.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
/** Vite passes `/v1` on to port 8080 (apps/web/vite.config.ts); the browser, and the links in mails, only know Vite's. */
const page = 'http://localhost:5173';

const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', join(root, 'apps/server/src/main.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, HOST: '127.0.0.1', PORT: '8080', PUBLIC_URL: page },
});
const vite = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), '--host', 'localhost', '--port', '5173', '--strictPort'], {
  cwd: join(root, 'apps/web'),
  stdio: 'inherit',
});

const children: readonly ChildProcess[] = [server, vite];
let isStopping = false;

/** The two live and end together. */
function stop(): void {
  isStopping = true;
  for (const child of children) child.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
for (const child of children) {
  child.on('exit', (code) => {
    if (isStopping) return;
    process.exitCode = code ?? 1;
    stop();
  });
}

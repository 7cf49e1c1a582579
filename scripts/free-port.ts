import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems give to outgoing connections (from 32 768 on Linux): one of those could take the port before a server listens on it. */
const from = 20_000;
const to = 32_000;

/** A port of loopback that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const port = randomInt(from, to);
    const probe = createServer();
    probe.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(freePort()) : reject(error)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)));
  });
}

import type { WebSocket } from 'ws';

/** A line that dies without a word (a laptop that is shut, a phone in a tunnel) is noticed within two of these. */
const usualEveryMs = 10_000;

/**
 * Cuts a socket whose other end has gone without closing it: nothing came of it since the last ping but one, no pong either.
 * Sound that is sent into such a line only fills buffers, and the conversation would run on for nobody.
 */
export function keepAlive(socket: WebSocket, everyMs: number = usualEveryMs): void {
  let heard = true;
  const hear = (): void => {
    heard = true;
  };
  const timer = setInterval(() => {
    if (!heard) return socket.terminate();
    heard = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, everyMs);
  socket.on('pong', hear);
  socket.on('message', hear);
  socket.once('close', () => clearInterval(timer));
}

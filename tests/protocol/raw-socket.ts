import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

const kinds = { text: 0x1, binary: 0x2, ping: 0x9 } as const;

/** A WebSocket that keeps no rules: it announces what it does not send, reads when it likes, and answers nothing. */
export class RawSocket {
  readonly #socket: Socket;
  #heard: Buffer;
  /** The line is gone. */
  readonly gone: Promise<void>;

  private constructor(socket: Socket, head: Buffer) {
    this.#socket = socket;
    this.#heard = head;
    socket.on('data', (data: Buffer) => {
      this.#heard = Buffer.concat([this.#heard, data]);
    });
    // Whoever is cut off while it writes is told so by an error as well.
    socket.on('error', () => undefined);
    this.gone = new Promise((resolve) => socket.once('close', () => resolve()));
  }

  static open(url: string, session: string): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      const asked = request(`${url}/v1/sessions/${session}/live`, {
        headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': randomBytes(16).toString('base64') },
      });
      asked.on('error', reject);
      asked.on('upgrade', (_response, socket, head) => resolve(new RawSocket(socket, head)));
      asked.end();
    });
  }

  /** A whole frame; its mask is zero. */
  write(kind: keyof typeof kinds, payload: Uint8Array | string): void {
    const bytes = Buffer.from(payload);
    this.announce(kind, bytes.length);
    this.pour(bytes);
  }

  /** The head of a frame of so many bytes. */
  announce(kind: keyof typeof kinds, length: number): void {
    const head = Buffer.alloc(14);
    head.set([0x80 | kinds[kind], 0xff]);
    head.writeBigUInt64BE(BigInt(length), 2);
    this.#socket.write(length < 126 ? Buffer.from([0x80 | kinds[kind], 0x80 | length, 0, 0, 0, 0]) : head);
  }

  /** Bytes as they are; true when there is room for more. */
  pour(bytes: Uint8Array): boolean {
    return this.#socket.write(bytes);
  }

  /** Reads no more, and lets what comes pile up on its way. */
  stopReading(): void {
    this.#socket.pause();
  }

  readOn(): void {
    this.#socket.resume();
  }

  /** The code of the close frame, or null while none came. */
  get closeCode(): number | null {
    for (let at = 0; at + 4 <= this.#heard.length;) {
      const short = (this.#heard[at + 1] ?? 0) & 0x7f;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (at + head > this.#heard.length) return null;
      const length = short === 126 ? this.#heard.readUInt16BE(at + 2) : short === 127 ? Number(this.#heard.readBigUInt64BE(at + 2)) : short;
      if (((this.#heard[at] ?? 0) & 0xf) === 0x8) return this.#heard.readUInt16BE(at + head);
      at += head + length;
    }
    return null;
  }

  get state() {
    return [this.#heard.length, this.#heard.subarray(0, 24).toString('hex'), this.#heard.subarray(-24).toString('hex')];
  }
  destroy(): void {
    this.#socket.destroy();
  }
}

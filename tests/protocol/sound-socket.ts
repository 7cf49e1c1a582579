import type { SessionId } from '@coachvisio/contract/id.ts';
import { type LiveClientFrame, liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { readSound, type Sound, writeSound } from '@coachvisio/contract/speech.ts';
import { beginSession, type Person, ticketFor } from './person.ts';

type FrameOf<T extends LiveServerFrame['type']> = Extract<LiveServerFrame, { type: T }>;
type Hello = Extract<LiveClientFrame, { type: 'hello' }>;

/** A socket of the live protocol with sound, which keeps all it hears; for tests that say each frame themselves. */
export class SoundSocket {
  readonly frames: LiveServerFrame[] = [];
  readonly sounds: Sound[] = [];
  /** Why it was closed: the reason's name, or the code where there is none. */
  readonly closed: Promise<string>;
  readonly #socket: WebSocket;
  #over: string | null = null;
  #wake = Promise.withResolvers<void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const sound = data instanceof ArrayBuffer ? readSound(new Uint8Array(data)) : undefined;
      if (sound) this.sounds.push(sound);
      else this.frames.push(LiveServerFrame.parse(JSON.parse(String(data))));
      this.#wake.resolve();
    });
    this.closed = new Promise((resolve) =>
      socket.addEventListener('close', ({ code, reason }) => {
        this.#over = reason || String(code);
        this.#wake.resolve();
        resolve(this.#over);
      }),
    );
  }

  static async open(url: string, session: SessionId): Promise<SoundSocket> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/v1/sessions/${session}/live`);
    const opened = new SoundSocket(socket);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('the live socket could not be opened')), { once: true });
    });
    return opened;
  }

  hello(pass: Pick<Hello, 'ticket' | 'resume'>, voice: Hello['voice'] = { speak: true, hear: true }): void {
    this.send({ type: 'hello', protocol: liveProtocolVersion, lastSeq: 0, ...pass, voice });
  }

  send(frame: LiveClientFrame): void {
    this.raw(JSON.stringify(frame));
  }

  /** Whatever a client should not send. */
  raw(data: string | Uint8Array<ArrayBuffer>): void {
    this.#socket.send(data);
  }

  /** Packets of the microphone, 20 ms each unless told otherwise. */
  speak(number: number, packets: number, samples = 320): void {
    for (let index = 0; index < packets; index += 1) this.raw(writeSound('microphone', number, index, new Int16Array(samples).fill(800)));
  }

  utterance(number: number, state: 'began' | 'paused' | 'resumed' | 'ended' | 'dropped', silentMs = 0): void {
    this.send({ type: 'utterance', number, state, silentMs });
  }

  all<T extends LiveServerFrame['type']>(type: T): FrameOf<T>[] {
    return this.frames.filter((frame): frame is FrameOf<T> => frame.type === type);
  }

  /** Waits until so many frames of this type were heard; the last of them. Rejects when the socket closes first. */
  async heard<T extends LiveServerFrame['type']>(type: T, times = 1): Promise<FrameOf<T>> {
    for (;;) {
      const frame = this.all(type)[times - 1];
      if (frame) return frame;
      if (this.#over !== null) throw new Error(`the socket was closed (${this.#over}) before ${type} came`);
      this.#wake = Promise.withResolvers();
      await this.#wake.promise;
    }
  }

  close(): void {
    this.#socket.close();
  }
}

export interface Aloud {
  readonly id: SessionId;
  readonly socket: SoundSocket;
  readonly resume: string;
}

/** A conversation with sound in which the persona has said its opening line. */
export async function openAloud(url: string, person: Person, voice?: Hello['voice'], scenario?: string): Promise<Aloud> {
  const { id } = await beginSession(person, scenario === undefined ? {} : { scenario });
  const socket = await SoundSocket.open(url, id);
  socket.hello({ ticket: await ticketFor(person, id) }, voice);
  const { resume } = await socket.heard('welcome');
  await socket.heard('spoken');
  return { id, socket, resume };
}

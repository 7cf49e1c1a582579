import { type LiveClientFrame, liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';

type FrameType = LiveServerFrame['type'];
type FrameOf<T extends FrameType> = Extract<LiveServerFrame, { type: T }>;
type Hello = Extract<LiveClientFrame, { type: 'hello' }>;

const isOf = <T extends FrameType>(frame: LiveServerFrame, type: T): frame is FrameOf<T> => frame.type === type;

/** A socket of the live protocol that keeps everything it hears, for tests that say each frame themselves. */
export class TestSocket {
  /** Everything heard so far, oldest first. */
  readonly frames: LiveServerFrame[] = [];
  /** Why it was closed: the reason's name, or the code where there is none. */
  readonly closed: Promise<string>;
  readonly #socket: WebSocket;
  #read = 0;
  #over: string | null = null;
  #wake: () => void = () => undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      this.frames.push(LiveServerFrame.parse(JSON.parse(String(data))));
      this.#wake();
    });
    this.closed = new Promise((resolve) => {
      socket.addEventListener('close', ({ code, reason }) => {
        this.#over = reason || String(code);
        this.#wake();
        resolve(this.#over);
      });
    });
  }

  static async open(url: string, session: string): Promise<TestSocket> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/v1/sessions/${session}/live`);
    const opened = new TestSocket(socket);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('the live socket could not be opened')), { once: true });
    });
    return opened;
  }

  hello(pass: Pick<Hello, 'ticket' | 'resume'>, lastSeq = 0): void {
    this.send({ type: 'hello', protocol: liveProtocolVersion, lastSeq, ...pass });
  }

  send(frame: LiveClientFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  /** Whatever a client should not send. */
  sendRaw(data: string | Uint8Array<ArrayBuffer>): void {
    this.#socket.send(data);
  }

  say(text: string, clientTurnId: string = crypto.randomUUID()): void {
    this.send({ type: 'say', clientTurnId, text });
  }

  /** The next frame of this type; those before it count as read. Rejects when the socket closes first. */
  async next<T extends FrameType>(type: T): Promise<FrameOf<T>> {
    for (;;) {
      while (this.#read < this.frames.length) {
        const frame = this.frames[this.#read];
        this.#read += 1;
        if (frame && isOf(frame, type)) return frame;
      }
      if (this.#over !== null) throw new Error(`the socket was closed (${this.#over}) before ${type} came`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Every frame of this type heard so far. */
  all<T extends FrameType>(type: T): FrameOf<T>[] {
    return this.frames.filter((frame) => isOf(frame, type));
  }

  close(): void {
    this.#socket.close();
  }
}

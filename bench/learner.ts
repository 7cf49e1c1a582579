import { type LiveClientFrame, liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { readSound } from '@coachvisio/contract/speech.ts';
import { enterDemo } from './enter.ts';

export interface TurnTimes {
  /** From the learner's text leaving the client to the persona's first word on its socket, in ms. */
  readonly firstWord: number;
  /** From the text leaving to the persona's first sound on the client's socket; NaN where nothing is spoken. */
  readonly firstSound: number;
  /** From `committed` (the turn is durable) to the first word, in ms. */
  readonly afterCommit: number;
  /** From the text leaving to the persona's turn being whole, in ms. */
  readonly whole: number;
}

/** Says something is wrong when nothing came for so long. */
const patienceMs = 30_000;

/** A learner of the demo who types in one conversation, timed at the client's socket. */
export class BenchLearner {
  readonly #socket: WebSocket;
  readonly #aloud: boolean;
  #onFrame: (frame: LiveServerFrame, at: number) => void = () => undefined;
  #onSound: (seq: number, at: number) => void = () => undefined;
  #fail: (reason: Error) => void = () => undefined;
  #said = 0;
  #lastSeq = 0;
  /** The persona has ended the conversation: nothing more can be said in it. */
  over = false;

  private constructor(socket: WebSocket, aloud: boolean) {
    this.#socket = socket;
    this.#aloud = aloud;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const at = performance.now();
      if (data instanceof ArrayBuffer) this.#onSound(readSound(new Uint8Array(data))?.number ?? 0, at);
      else this.#onFrame(LiveServerFrame.parse(JSON.parse(String(data))), at);
    });
    socket.addEventListener('close', ({ reason }) => this.#fail(new Error(`the live socket was closed (${reason})`)));
  }

  /** Enters the demo, begins a session and waits for the persona's first words; with `aloud`, it is spoken to. */
  static async enter(url: string, { scenario, aloud = false }: { readonly scenario?: string; readonly aloud?: boolean } = {}): Promise<BenchLearner> {
    const { address, ticket } = await enterDemo(url, scenario);
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('the live socket could not be opened')), { once: true });
    });
    const learner = new BenchLearner(socket, aloud);
    const opened = learner.#until((frame) => frame.type === 'spoken');
    learner.#send({ type: 'hello', protocol: liveProtocolVersion, ticket, lastSeq: 0, ...(aloud ? { voice: { speak: true, hear: false } } : {}) });
    await opened;
    await learner.hush();
    return learner;
  }

  async say(text: string): Promise<TurnTimes> {
    this.#said += 1;
    let committed = 0;
    let seq = 0;
    let first = 0;
    let spoken = 0;
    let sound = this.#aloud ? 0 : Number.NaN;
    // Words may be whole before their first sound is there.
    const whole = this.#until((frame, at) => {
      if (frame.type === 'committed') {
        committed = at;
        seq = frame.turn.seq + 1;
      }
      if (frame.type === 'words' && frame.seq === seq && first === 0) first = at;
      if (frame.type === 'spoken' && frame.turn.seq === seq) {
        spoken = at;
        if (frame.floor !== 'learner') this.over = true;
      }
      return spoken > 0 && sound !== 0;
    });
    this.#onSound = (of, at) => {
      if (of === 0 || of !== seq || sound !== 0) return;
      sound = at;
      this.#onFrame({ type: 'pong', at }, at);
    };
    const sent = performance.now();
    this.#send({ type: 'say', clientTurnId: `bench-${this.#said}`, text });
    await whole;
    this.#lastSeq = seq;
    return { firstWord: first - sent, firstSound: sound - sent, afterCommit: first - committed, whole: spoken - sent };
  }

  /** Cuts what is still being played. */
  async hush(): Promise<void> {
    if (!this.#aloud || this.over) return;
    this.#send({ type: 'interrupt', seq: Math.max(1, this.#lastSeq), playedMs: 1_500 });
    // Time for it to be written: what follows must not wait for it.
    await new Promise((resolve) => setTimeout(resolve, 60));
  }

  leave(): void {
    this.#fail = () => undefined;
    this.#socket.close();
  }

  #send(frame: LiveClientFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  #until(holds: (frame: LiveServerFrame, at: number) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the persona said nothing for ${patienceMs} ms`)), patienceMs);
      this.#fail = (reason) => {
        clearTimeout(timer);
        reject(reason);
      };
      this.#onFrame = (frame, at) => {
        if (!holds(frame, at)) return;
        clearTimeout(timer);
        this.#onFrame = () => undefined;
        resolve();
      };
    });
  }
}

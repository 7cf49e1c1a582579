import type { Turn } from '@coachvisio/contract/conversation.ts';
import { type LiveClientFrame, liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { LiveTicket, Outcome } from '@coachvisio/contract/session.ts';

/** What came back before the learner may speak again. */
export interface Answer {
  readonly turns: readonly Turn[];
  /** The conversation is over. */
  readonly outcome?: Outcome;
  /** The line was not taken, and why. */
  readonly refused?: string;
  /** The persona left its role and stopped the clock. */
  readonly paused?: true;
}

/** A live session over its socket: say a line, get the answer. */
export class Live {
  readonly #socket: WebSocket;
  readonly #inbox: LiveServerFrame[] = [];
  #wake: () => void = () => undefined;
  #closed: string | null = null;
  #said = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      this.#inbox.push(LiveServerFrame.parse(JSON.parse(String(data))));
      this.#wake();
    });
    socket.addEventListener('close', ({ reason, code }) => {
      this.#closed = reason || String(code);
      this.#wake();
    });
  }

  /** Opens the socket and waits for the persona's first words. */
  static async open(url: string, ticket: LiveTicket): Promise<{ live: Live; opening: Answer }> {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${ticket.path}`);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new Error(`The live socket at ${url} could not be opened.`)), { once: true });
    });
    const live = new Live(socket);
    live.#send({ type: 'hello', protocol: liveProtocolVersion, ticket: ticket.ticket, lastSeq: 0 });
    return { live, opening: await live.#answer() };
  }

  say(text: string): Promise<Answer> {
    this.#said += 1;
    this.#send({ type: 'say', clientTurnId: `line-${this.#said}`, text });
    return this.#answer();
  }

  end(): Promise<Answer> {
    this.#send({ type: 'end' });
    return this.#answer();
  }

  resume(): void {
    this.#send({ type: 'resume' });
  }

  close(): void {
    this.#socket.close();
  }

  #send(frame: LiveClientFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  async #answer(): Promise<Answer> {
    const turns: Turn[] = [];
    for (;;) {
      const frame = await this.#next();
      if (frame.type === 'spoken') {
        turns.push(frame.turn);
        if (frame.floor === 'learner') return { turns };
      } else if (frame.type === 'ended') return { turns, outcome: frame.outcome };
      else if (frame.type === 'clock' && frame.status === 'paused') return { turns, paused: true };
      else if (frame.type === 'notice' && (frame.code.startsWith('turn.') || frame.code === 'session.paused')) return { turns, refused: frame.code };
    }
  }

  async #next(): Promise<LiveServerFrame> {
    for (;;) {
      const frame = this.#inbox.shift();
      if (frame) return frame;
      if (this.#closed !== null) throw new Error(`The live socket was closed (${this.#closed}).`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import { closeReasons, liveProtocolVersion, type LiveClientFrame, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';

type Say = Extract<LiveClientFrame, { type: 'say' }>;

/** Codes after which coming back by oneself cannot help. */
const final = new Set<number>([
  closeReasons.ended,
  closeReasons.moved,
  closeReasons.not_found,
  closeReasons.version,
  closeReasons.protocol,
  closeReasons.unauthorised,
]);

/**
 * A client of the live protocol that goes on by itself: whenever its line breaks it comes back with its resume token, says
 * again what was not acknowledged, under the same names, and keeps every turn it was told of.
 */
export class ReconnectingLearner {
  /** Turns it was told of as durable, by number. */
  readonly turns = new Map<number, Turn>();
  /** Turns that were acknowledged, by the name it gave them. */
  readonly acknowledged = new Map<string, Turn>();
  /** What it said, in order. */
  readonly said: Say[] = [];
  /** Hears of every frame, once it was taken in. */
  onFrame: (frame: LiveServerFrame) => void = () => undefined;
  over = false;
  readonly #address: string;
  readonly #ticket: string;
  #resume: string | null = null;
  #socket: WebSocket | null = null;
  #welcomes = 0;
  #floor: 'persona' | 'learner' | 'nobody' = 'nobody';
  #failed: Error | null = null;
  #wantsEnd = false;
  #wake: () => void = () => undefined;

  constructor(url: string, session: SessionId, ticket: string) {
    this.#address = `${url.replace(/^http/, 'ws')}/v1/sessions/${session}/live`;
    this.#ticket = ticket;
    this.#dial();
  }

  /** Says a line; resolves when the persona has answered it, whatever breaks in between. */
  async say(text: string): Promise<void> {
    const frame: Say = { type: 'say', clientTurnId: `line-${this.said.length + 1}`, text };
    this.said.push(frame);
    this.#floor = 'persona';
    this.#send(frame);
    await this.#until(() => this.over || (this.#floor === 'learner' && this.acknowledged.has(frame.clientTurnId)));
  }

  async end(): Promise<void> {
    this.#wantsEnd = true;
    this.#send({ type: 'end' });
    await this.#until(() => this.over);
  }

  /** Hangs up for good. */
  leave(): void {
    this.over = true;
    this.#socket?.close();
  }

  /** Resolves when it was let in so many times. */
  welcomed(times: number): Promise<void> {
    return this.#until(() => this.#welcomes >= times);
  }

  /** Resolves when the persona has said its first words. */
  begun(): Promise<void> {
    return this.#until(() => this.#floor === 'learner');
  }

  #dial(): void {
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.addEventListener('open', () => {
      const lastSeq = Math.max(0, ...this.turns.keys());
      this.#send({ type: 'hello', protocol: liveProtocolVersion, lastSeq, ...(this.#resume === null ? { ticket: this.#ticket } : { resume: this.#resume }) });
    });
    socket.addEventListener('message', ({ data }) => {
      const frame = LiveServerFrame.parse(JSON.parse(String(data)));
      this.#hear(frame);
      this.onFrame(frame);
      this.#wake();
    });
    // A server that is not there yet refuses at once: the wait keeps the machine free for it to start.
    socket.addEventListener('close', ({ code, reason }) => {
      if (this.over) return;
      if (!final.has(code)) return void setTimeout(() => this.#dial(), 200);
      this.#failed = new Error(`the line was closed for good: ${reason || code}`);
      this.#wake();
    });
    socket.addEventListener('error', () => undefined);
  }

  #hear(frame: LiveServerFrame): void {
    if (frame.type === 'welcome') {
      this.#welcomes += 1;
      this.#resume = frame.resume;
      for (const turn of frame.turns) this.#keep(turn);
      this.#floor = frame.floor;
      if (frame.status === 'ended') this.over = true;
      if (frame.status === 'paused') this.#send({ type: 'resume' });
      for (const say of this.said) if (!this.acknowledged.has(say.clientTurnId)) this.#sayAgain(say);
      if (this.#wantsEnd) this.#send({ type: 'end' });
    } else if (frame.type === 'committed') {
      this.#keep(frame.turn);
    } else if (frame.type === 'spoken') {
      this.#keep(frame.turn);
      this.#floor = frame.floor;
    } else if (frame.type === 'ended') this.over = true;
  }

  #sayAgain(say: Say): void {
    this.#floor = 'persona';
    this.#send(say);
  }

  #keep(turn: Turn): void {
    const known = this.turns.get(turn.seq);
    if (known && JSON.stringify(known) !== JSON.stringify(turn))
      this.#failed = new Error(`turn ${turn.seq} was told in two ways: ${JSON.stringify(known)} and ${JSON.stringify(turn)}`);
    this.turns.set(turn.seq, turn);
    if (turn.clientTurnId !== null) this.acknowledged.set(turn.clientTurnId, turn);
  }

  #send(frame: LiveClientFrame): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.#failed) throw this.#failed;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

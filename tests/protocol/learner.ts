import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import { closeReasons, liveProtocolVersion, type LiveClientFrame, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { writeSound } from '@coachvisio/contract/speech.ts';
import { wholeOf } from '@coachvisio/engine/turn/cut-turn.ts';

/** Something said: typed, under a name of its own; or aloud, and then the server names it once it is durable. */
export interface Said {
  clientTurnId: string | null;
  readonly text: string;
  /** As it comes from a microphone, with silence at its end. */
  readonly sound?: Int16Array;
}

/** Samples of one packet of a microphone, 20 ms at 16 kHz. */
const packetSamples = 320;
const silentMs = 100;

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
  readonly said: Said[] = [];
  /** Hears of every frame, once it was taken in. */
  onFrame: (frame: LiveServerFrame) => void = () => undefined;
  /** Hears of every piece of the persona's voice. */
  onSound: () => void = () => undefined;
  over = false;
  readonly #address: string;
  readonly #ticket: string;
  readonly #aloud: boolean;
  #utterance = 0;
  #resume: string | null = null;
  #socket: WebSocket | null = null;
  #welcomes = 0;
  #floor: 'persona' | 'learner' | 'nobody' = 'nobody';
  #failed: Error | null = null;
  #wantsEnd = false;
  #wake: () => void = () => undefined;

  constructor(url: string, session: SessionId, ticket: string, { aloud = false } = {}) {
    this.#aloud = aloud;
    this.#address = `${url.replace(/^http/, 'ws')}/v1/sessions/${session}/live`;
    this.#ticket = ticket;
    this.#dial();
  }

  /** Says a line; resolves when the persona has answered it, whatever breaks in between. */
  async say(text: string): Promise<void> {
    await this.#answered({ clientTurnId: `line-${this.said.length + 1}`, text });
  }

  /** The same aloud, faster than anybody speaks. */
  async speak(text: string, sound: Int16Array): Promise<void> {
    await this.#answered({ clientTurnId: null, text, sound });
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

  async #answered(said: Said): Promise<void> {
    this.said.push(said);
    this.#utter(said);
    await this.#until(() => this.over || (this.#floor === 'learner' && this.#isAcknowledged(said)));
  }

  #isAcknowledged({ clientTurnId }: Said): boolean {
    return clientTurnId !== null && this.acknowledged.has(clientTurnId);
  }

  #dial(): void {
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      const lastSeq = Math.max(0, ...this.turns.keys());
      const voice = this.#aloud ? { voice: { speak: true, hear: true } } : {};
      this.#send({
        type: 'hello',
        protocol: liveProtocolVersion,
        lastSeq,
        ...voice,
        ...(this.#resume === null ? { ticket: this.#ticket } : { resume: this.#resume }),
      });
    });
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer) return this.onSound();
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
      for (const said of this.said) if (!this.#isAcknowledged(said)) this.#utter(said);
      if (this.#wantsEnd) this.#send({ type: 'end' });
    } else if (frame.type === 'committed') {
      this.#keep(frame.turn);
    } else if (frame.type === 'spoken') {
      this.#keep(frame.turn);
      this.#floor = frame.floor;
    } else if (frame.type === 'ended') this.over = true;
  }

  #utter({ clientTurnId, text, sound }: Said): void {
    this.#floor = 'persona';
    if (!sound) {
      if (clientTurnId !== null) this.#send({ type: 'say', clientTurnId, text });
      return;
    }
    this.#utterance += 1;
    const number = this.#utterance;
    this.#send({ type: 'utterance', number, state: 'began', silentMs: 0 });
    for (let at = 0, index = 0; at < sound.length; at += packetSamples, index += 1)
      this.#sendSound(writeSound('microphone', number, index, sound.subarray(at, at + packetSamples)));
    this.#send({ type: 'utterance', number, state: 'paused', silentMs });
    this.#send({ type: 'utterance', number, state: 'ended', silentMs: 0 });
  }

  #keep(turn: Turn): void {
    const known = this.turns.get(turn.seq);
    // A turn that was cut is told again: the same words, of which fewer were heard.
    if (known && JSON.stringify(uncut(known)) !== JSON.stringify(uncut(turn)))
      this.#failed = new Error(`turn ${turn.seq} was told in two ways: ${JSON.stringify(known)} and ${JSON.stringify(turn)}`);
    this.turns.set(turn.seq, turn);
    if (turn.clientTurnId === null) return;
    const aloud = this.said.find((said) => said.clientTurnId === null && said.text === turn.text);
    if (aloud && !this.acknowledged.has(turn.clientTurnId)) aloud.clientTurnId = turn.clientTurnId;
    this.acknowledged.set(turn.clientTurnId, turn);
  }

  #send(frame: LiveClientFrame): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #sendSound(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(bytes);
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

/** A turn as it was worded, whether or not all of it was heard. */
export const uncut = (turn: Turn): Turn => {
  const { unheard: _of, ...rest } = turn;
  return { ...rest, text: wholeOf(turn) };
};

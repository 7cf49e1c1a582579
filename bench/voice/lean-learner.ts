import { type LiveClientFrame, liveProtocolVersion } from '@coachvisio/contract/live-protocol.ts';
import { soundHeaderBytes, writeSound } from '@coachvisio/contract/speech.ts';
import { z } from 'zod';
import { enterDemo } from '../enter.ts';
import { roomNoise } from './clips.ts';
import type { Clip } from './clips.ts';
import { packetSamples } from './microphone.ts';

/** Frames before this are sent ahead of the pace: a client is given 0.6 s at once. */
const pacedFromMs = 1_500;
/** How long after the end of a voice the web app's detector tells of the pause. */
const toldAfterMs = 80;
const noise = Int16Array.from({ length: packetSamples }, roomNoise);
/** What is read of a frame: everything else would be the client's own work. */
const Frame = z.object({
  type: z.string(),
  sampleRate: z.number().optional(),
  seq: z.number().optional(),
  settled: z.boolean().optional(),
  number: z.number().optional(),
  floor: z.string().optional(),
});

/**
 * One of a crowd: sends 50 packets a second all the time, as a microphone that is left open, says a clip when it is told to, and
 * notes when each frame of the answer comes. Without a detector: the crowd has one core, and the server the other.
 */
export class LeanLearner {
  readonly #socket: WebSocket;
  #utterance = 0;
  #sent = 0;
  /** Where it stands in the clip that it says; null between them. */
  #saying: { readonly clip: Clip; at: number; told: boolean } | null = null;
  #noise = writeSound('microphone', 0, 0, noise);
  #rate = 24_000;
  #seq = 0;
  #soundMs = 0;
  #arrivals: number[] = [];
  /** Of each turn that is over: how much later than the pace of its turn each frame came, in ms. */
  lateness: number[] = [];
  framesIn = 0;
  framesOut = 0;
  turns = 0;
  /** The conversation is over, or was cut off. */
  over = false;
  /** It was cut off. */
  lost = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer) this.#hearSound(data.byteLength);
      else this.#take(String(data));
    });
    socket.addEventListener('close', () => {
      this.lost ||= !this.over;
      this.over = true;
    });
  }

  static async enter(url: string): Promise<LeanLearner> {
    const { address, ticket } = await enterDemo(url);
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('the live socket could not be opened')), { once: true });
    });
    const learner = new LeanLearner(socket);
    // Sound before `welcome` breaks the protocol.
    const welcome = new Promise((resolve, reject) => {
      socket.addEventListener('message', resolve, { once: true });
      socket.addEventListener('close', () => reject(new Error('the live socket was closed before it was open')), { once: true });
    });
    learner.#send({ type: 'hello', protocol: liveProtocolVersion, ticket, lastSeq: 0, voice: { speak: true, hear: true } });
    await welcome;
    return learner;
  }

  /** Says this from the next packet on. */
  say(clip: Clip): void {
    this.#endTurn();
    this.#utterance += 1;
    this.#sent = 0;
    this.#saying = { clip, at: 0, told: false };
    this.#send({ type: 'utterance', number: this.#utterance, state: 'began', silentMs: 0 });
  }

  /** 20 ms have passed. */
  tick(): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.framesOut += 1;
    const saying = this.#saying;
    if (!saying) return this.#socket.send(this.#noise);
    const { samples, voiceTo } = saying.clip;
    const packet = samples.subarray(saying.at, saying.at + packetSamples);
    this.#socket.send(writeSound('microphone', this.#utterance, this.#sent, packet.length === packetSamples ? packet : noise));
    this.#sent += 1;
    saying.at += packetSamples;
    const silentMs = (saying.at - voiceTo) / 16;
    if (saying.told || silentMs < toldAfterMs) return;
    saying.told = true;
    this.#send({ type: 'utterance', number: this.#utterance, state: 'paused', silentMs });
  }

  leave(): void {
    this.over = true;
    this.#socket.close();
  }

  #send(frame: LiveClientFrame): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #hearSound(bytes: number): void {
    const ms = ((bytes - soundHeaderBytes) / 2 / this.#rate) * 1000;
    this.framesIn += 1;
    // Whatever is late, is late against the frames of its own turn that came in their time.
    if (this.#soundMs >= pacedFromMs) this.#arrivals.push(performance.now() - this.#soundMs);
    this.#soundMs += ms;
  }

  #take(text: string): void {
    // Words are most of the frames, and are not looked at.
    if (text.startsWith('{"type":"words"') || text.startsWith('{"type":"marks"')) return;
    const frame = Frame.parse(JSON.parse(text));
    if (frame.type === 'speaking') {
      this.#endTurn();
      this.#seq = frame.seq ?? 0;
    } else if (frame.type === 'sentence') this.#rate = frame.sampleRate ?? this.#rate;
    else if (frame.type === 'understood' && frame.settled === true && frame.number === this.#utterance) {
      this.#saying = null;
      this.#noise = writeSound('microphone', this.#utterance, 0, noise);
    } else if (frame.type === 'speech_end') this.#send({ type: 'heard', seq: this.#seq });
    else if (frame.type === 'spoken' && frame.floor !== 'learner') this.over = true;
  }

  #endTurn(): void {
    if (this.#arrivals.length > 0) {
      const pace = this.#arrivals.toSorted((a, b) => a - b)[Math.floor(this.#arrivals.length / 2)] ?? 0;
      for (const arrival of this.#arrivals) this.lateness.push(Math.max(0, arrival - pace));
      this.turns += 1;
    }
    this.#arrivals = [];
    this.#soundMs = 0;
  }
}

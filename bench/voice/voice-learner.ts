import { type LiveClientFrame, liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { microphoneRate, readSound, writeSound } from '@coachvisio/contract/speech.ts';
import { VoiceDetector, type VoiceEvent } from '../../apps/web/src/kit/voice/voice-detector.ts';
import { enterDemo } from '../enter.ts';
import type { Clip } from './clips.ts';
import { Microphone, packetSamples } from './microphone.ts';
import { ReferencePlayer } from './reference-player.ts';

/** What a learner's client noticed, and when. */
export type Noticed = { readonly at: number } & (
  | { readonly type: 'frame'; readonly frame: LiveServerFrame }
  | { readonly type: 'sound'; readonly seq: number; readonly ms: number }
  /** The detector heard the learner begin, while the persona was heard until `silentAt`, or was not. */
  | { readonly type: 'began'; readonly silentAt: number | null }
  | { readonly type: 'closed' }
);

/** Sound from before the onset that goes with it. */
const preRollMs = 300;
const preRollPackets = (preRollMs * microphoneRate) / 1000 / packetSamples;
/** Nobody lets go of a key before the last sound is over. */
const releaseMs = 40;
/** Packets kept: an onset is noticed some tenths of a second after it. */
const keptPackets = 75;

/** A learner who speaks and listens, as the web app does: a microphone in real time, a detector, a player, one socket. */
export class VoiceLearner {
  readonly #socket: WebSocket;
  readonly #microphone: Microphone;
  readonly #detector = new VoiceDetector();
  readonly #listeners = new Set<(noticed: Noticed) => void>();
  #recent: Int16Array[] = [];
  #packets = 0;
  #utterance = 0;
  #sent = 0;
  #open = false;
  #rates = new Map<number, number>();
  #turn: { readonly seq: number; readonly player: ReferencePlayer; told: boolean } | null = null;
  #timer: NodeJS.Timeout | undefined;
  /** Of the persona's sound in all turns so far. */
  underruns = 0;
  over = false;
  /** Speaks with a key held down: what is said is over when it is released, and the detector is not asked. */
  pushesToTalk = false;
  #released = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data instanceof ArrayBuffer) this.#hearSound(new Uint8Array(data));
      else this.#read(String(data));
    });
    socket.addEventListener('close', () => this.#tell({ type: 'closed', at: performance.now() }));
    this.#microphone = new Microphone((packet) => this.#listen(packet));
  }

  /** Enters the demo and a conversation, and listens to the persona's first words. */
  static async enter(url: string, scenario?: string): Promise<VoiceLearner> {
    const { address, ticket } = await enterDemo(url, scenario);
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('the live socket could not be opened')), { once: true });
    });
    const learner = new VoiceLearner(socket);
    const opened = learner.until((noticed) => noticed.type === 'frame' && noticed.frame.type === 'spoken');
    learner.send({ type: 'hello', protocol: liveProtocolVersion, ticket, lastSeq: 0, voice: { speak: true, hear: true } });
    await opened;
    await learner.hush();
    return learner;
  }

  send(frame: LiveClientFrame): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** Says this aloud, from now on; `overAt` is when its sound ends, or the key is released. */
  speak(clip: Clip): { readonly beginsAt: number; readonly overAt: number } {
    const { beginsAt, endsAt } = this.#microphone.hear(clip);
    if (!this.pushesToTalk) return { beginsAt, overAt: endsAt };
    const overAt = endsAt + releaseMs;
    setTimeout(() => this.#release(), overAt - performance.now());
    return { beginsAt, overAt };
  }

  /** The next thing noticed for which this holds. Rejects after so long without. */
  until(holds: (noticed: Noticed) => boolean, withinMs = 20_000): Promise<Noticed> {
    return new Promise((resolve, reject) => {
      const stop = this.listen((noticed) => {
        if (holds(noticed)) done(() => resolve(noticed));
        else if (noticed.type === 'closed') done(() => reject(new Error('the live socket was closed')));
      });
      const timer = setTimeout(() => done(() => reject(new Error(`nothing came within ${withinMs} ms`))), withinMs);
      const done = (settle: () => void) => {
        clearTimeout(timer);
        stop();
        settle();
      };
    });
  }

  listen(listener: (noticed: Noticed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Cuts the persona off, and waits until its turn is written as far as it was heard. */
  async hush(): Promise<void> {
    const turn = this.#turn;
    if (!turn || turn.told) return;
    const trimmed = this.until((noticed) => noticed.type === 'frame' && noticed.frame.type === 'spoken' && noticed.frame.turn.seq === turn.seq, 2_000);
    this.send({ type: 'interrupt', seq: turn.seq, playedMs: turn.player.playedMs(performance.now()) });
    // What was over by then is not told again.
    await trimmed.catch(() => undefined);
    this.#endTurn();
  }

  /** Whether the persona's voice is heard right now, and of which turn. */
  hears(now = performance.now()): number | null {
    return this.#turn?.player.isAudible(now) === true ? this.#turn.seq : null;
  }

  leave(): void {
    this.#microphone.close();
    clearTimeout(this.#timer);
    this.#socket.close();
  }

  #tell(noticed: Noticed): void {
    for (const listener of this.#listeners) listener(noticed);
  }

  #hearSound(bytes: Uint8Array): void {
    const at = performance.now();
    const sound = readSound(bytes);
    if (sound?.kind !== 'speech') return;
    const ms = (sound.samples.length / (this.#rates.get(sound.index) ?? microphoneRate)) * 1000;
    if (this.#turn && sound.number === this.#turn.seq) this.#turn.player.push(ms, at);
    this.#tell({ type: 'sound', seq: sound.number, ms, at });
  }

  /** A frame that is not as the contract says ends the conversation, and with it the run. */
  #read(text: string): void {
    const { data, error } = LiveServerFrame.safeParse(JSON.parse(text));
    if (data) return this.#take(data);
    console.error(`bench: a frame breaks the contract at ${error.issues.map(({ path }) => path.join('.')).join(', ')}`);
    this.#socket.close();
  }

  #take(frame: LiveServerFrame): void {
    const at = performance.now();
    if (frame.type === 'speaking') {
      this.#endTurn();
      this.#turn = { seq: frame.seq, player: new ReferencePlayer(), told: false };
      this.#rates = new Map();
    } else if (frame.type === 'sentence') this.#rates.set(frame.index, frame.sampleRate);
    else if (frame.type === 'speech_end') this.#hearToTheEnd();
    else if (frame.type === 'go_on') {
      this.#turn?.player.goOn(at);
      this.#hearToTheEnd();
    } else if (frame.type === 'understood' && frame.settled && frame.number === this.#utterance) this.#endUtterance();
    else if (frame.type === 'spoken' && frame.floor !== 'learner') this.over = true;
    else if (frame.type === 'committed') this.#endTurn();
    this.#tell({ type: 'frame', frame, at });
  }

  #hearToTheEnd(): void {
    clearTimeout(this.#timer);
    const turn = this.#turn;
    const endsAt = turn?.player.endsAt ?? null;
    if (!turn || endsAt === null) return;
    this.#timer = setTimeout(() => {
      if (this.#turn !== turn || turn.told || (turn.player.endsAt ?? Number.POSITIVE_INFINITY) > performance.now() + 1) return;
      turn.told = true;
      this.send({ type: 'heard', seq: turn.seq });
    }, endsAt - performance.now());
  }

  #endTurn(): void {
    this.underruns += this.#turn?.player.underruns ?? 0;
    this.#turn = null;
  }

  #listen(packet: Int16Array): void {
    this.#recent = [...this.#recent.slice(1 - keptPackets), packet];
    this.#packets += 1;
    const events = this.#detector.push(Float32Array.from(packet, (sample) => sample / 32_768));
    if (this.#open && !this.#released) this.#sendPacket(packet);
    for (const event of events) this.#follow(event);
  }

  #release(): void {
    if (!this.#open) return;
    this.#released = true;
    this.send({ type: 'utterance', number: this.#utterance, state: 'ended', silentMs: 0 });
  }

  #follow({ type, at }: VoiceEvent): void {
    if (this.#released) return;
    const heardMs = (this.#packets * packetSamples * 1000) / microphoneRate;
    // What was settled before its silence was noticed is another utterance when it goes on.
    if (type === 'began' || (type === 'resumed' && !this.#open)) this.#begin(heardMs - at);
    else if (this.#open) {
      this.send({ type: 'utterance', number: this.#utterance, state: type, silentMs: type === 'paused' ? heardMs - at : 0 });
      if (type === 'dropped') this.#endUtterance();
    }
  }

  #begin(sinceMs: number): void {
    const now = performance.now();
    const turn = this.#turn;
    const silentAt = turn?.player.hold(now) ?? null;
    if (this.#open) return;
    this.#open = true;
    this.#released = false;
    this.#utterance += 1;
    this.#sent = 0;
    const over = turn && silentAt !== null ? { over: { seq: turn.seq, playedMs: turn.player.playedMs(now) } } : {};
    this.send({ type: 'utterance', number: this.#utterance, state: 'began', silentMs: 0, ...over });
    const since = Math.ceil((sinceMs * microphoneRate) / 1000 / packetSamples);
    for (const packet of this.#recent.slice(-(since + preRollPackets))) this.#sendPacket(packet);
    this.#tell({ type: 'began', silentAt, at: now });
  }

  #sendPacket(packet: Int16Array): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    this.#socket.send(writeSound('microphone', this.#utterance, this.#sent, packet));
    this.#sent += 1;
  }

  #endUtterance(): void {
    this.#open = false;
    this.#released = false;
    this.#detector.turnOver();
  }
}

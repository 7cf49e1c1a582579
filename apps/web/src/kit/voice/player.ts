import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { Sound, VisemeMark } from '@coachvisio/contract/speech.ts';
import { PlayerGate } from './player-gate.ts';
import { Resampler } from './resampler.ts';
import { Schedule, type Start } from './schedule.ts';
import { TurnMarks } from './turn-marks.ts';

export interface PlayerListener {
  /** The turn was played to its last sample, as far as the loudspeaker. */
  readonly onEnded?: (seq: number) => void;
  /** It plays, holds, stops, or may make no sound until somebody touches the page. */
  readonly onChanged?: () => void;
}

const fadeSeconds = 0.008;
/** The page's idea of the clock is up to two blocks behind that of the sound thread. */
const clockSeconds = 0.005;
/** While the end is not in sight, it is looked for this often. */
const lookMs = 50;
/** Sound comes 0.6 s ahead: after a line that broke, a turn of which nothing came for this long is over. */
const overMs = 2000;

interface SpokenTurn {
  readonly seq: number;
  readonly schedule: Schedule;
  readonly marks: TurnMarks;
  /** Null once played: a long turn does not stay in memory. */
  readonly buffers: (AudioBuffer | null)[];
  /** The sentence that is arriving, and what takes it to the rate of the output. */
  sentence: { readonly index: number; readonly resampler: Resampler } | null;
  /** The line broke after so many milliseconds of it: it is not known what was lost since, nor whether its end was. */
  brokenAt: number | null;
}

/** What sounds without a break: it is faded and stopped as one. */
interface Run {
  readonly gain: GainNode;
  readonly sources: Set<AudioBufferSourceNode>;
}

/** Plays the persona's voice as it arrives, one turn at a time, and knows what of it was heard. */
export class Player {
  readonly #context: AudioContext;
  readonly #volume: GainNode;
  readonly #gate: PlayerGate;
  readonly #listeners = new Set<PlayerListener>();
  #turn: SpokenTurn | null = null;
  #run: Run | null = null;
  /** The last turn that had sound. */
  #latest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `output` stands in for the loudspeaker where the sound is to be looked at. */
  constructor(context: AudioContext = new AudioContext({ latencyHint: 'interactive' }), output: AudioNode = context.destination) {
    this.#context = context;
    this.#volume = context.createGain();
    this.#volume.connect(output);
    this.#gate = new PlayerGate(this.#volume, output);
    context.addEventListener('statechange', this.#changed);
  }

  subscribe(listener: PlayerListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The browser lets nothing be heard before the page was touched. What was to be said waits. */
  get locked(): boolean {
    return this.#context.state !== 'running';
  }

  /** To be called from a click or a key. */
  unlock = async (): Promise<void> => {
    await this.#context.resume();
  };

  /** The turn that is being said, or is held. */
  get seq(): number | null {
    return this.#turn?.seq ?? null;
  }

  get held(): boolean {
    return this.#turn?.schedule.held ?? false;
  }

  /** A frame of the live line. */
  take(frame: LiveServerFrame): void {
    switch (frame.type) {
      case 'speaking':
        // The server stopped what was said before, wherever that was.
        if (this.#turn && this.#turn.seq !== frame.seq) this.stop();
        return;
      case 'sentence':
        return this.#begin(frame);
      case 'marks':
        return this.#of(frame.seq)?.marks.mark(frame.index, frame.visemes, frame.words);
      case 'sentence_end':
        return this.#endSentence(this.#of(frame.seq), frame);
      case 'speech_end':
        return this.#complete(frame.seq);
      case 'welcome':
        return this.#cameBack(frame.turns);
      case 'spoken':
        if (frame.turn.unheard !== undefined && this.#of(frame.turn.seq)) this.stop();
    }
  }

  /** A piece of the voice. */
  sound({ kind, number, index, samples }: Sound): void {
    const turn = this.#of(number);
    if (kind !== 'speech' || turn?.sentence?.index !== index) return;
    this.#push(turn, turn.sentence.resampler.push(Float32Array.from(samples, (sample) => sample / 32_768)));
  }

  /** Whoever holds the other end of this port stops the sound without asking the page, which then says whether it stays so. */
  guard(ear: MessagePort): void {
    this.#gate.reach(ear);
  }

  /**
   * Silent within 8 ms. Where it stopped is kept, and given back; null when nothing is being said. `lateMs`: so long ago a
   * voice began, and closed the gate.
   */
  hold(lateMs = 0): { readonly seq: number; readonly playedMs: number } | null {
    const turn = this.#turn;
    if (!turn) return null;
    const wasHeld = turn.schedule.held;
    const late = this.#gate.stands ? Math.round((lateMs * this.#context.sampleRate) / 1000) : 0;
    const playedMs = turn.marks.asSent(this.#ms(turn.schedule.hold(this.#fade() - late)));
    clearTimeout(this.#timer);
    if (!wasHeld) this.#changed();
    return { seq: turn.seq, playedMs };
  }

  /** What the sound thread stopped by itself goes on, unless it is held. */
  letPass(): void {
    if (!this.held) this.#gate.open();
  }

  /** Goes on where it was held; only if it is this turn, where one is named. */
  goOn(seq?: number): void {
    const turn = this.#turn;
    if (!turn?.schedule.held || (seq !== undefined && seq !== turn.seq)) return;
    this.#gate.open();
    for (const start of turn.schedule.goOn(this.#now())) this.#start(turn, start);
    this.#watch();
    this.#changed();
  }

  /** Silent within 8 ms, and forgotten. */
  stop(): void {
    if (!this.#turn) return;
    this.#fade();
    this.#forget();
    this.#changed();
  }

  /** Milliseconds of the turn that were heard; null when it is not the one that is being said. */
  playedMs(seq: number): number | null {
    const turn = this.#of(seq);
    return turn ? this.#heard(turn) : null;
  }

  /** Mouths of the turn on the clock of {@link playedMs}. */
  get visemes(): readonly VisemeMark[] {
    return this.#turn?.marks.visemes ?? [];
  }

  /** Characters of the turn that are being said now. */
  wordAt(): { readonly from: number; readonly to: number } | null {
    return this.#turn ? this.#turn.marks.wordAt(this.#heard(this.#turn)) : null;
  }

  async close(): Promise<void> {
    this.stop();
    this.#gate.stop();
    this.#context.removeEventListener('statechange', this.#changed);
    this.#listeners.clear();
    await this.#context.close();
  }

  #of(seq: number): SpokenTurn | null {
    return this.#turn?.seq === seq ? this.#turn : null;
  }

  /** Another line: what plays goes on, and what follows of it may begin later than where it broke off, or never. */
  #cameBack(turns: readonly Turn[]): void {
    const turn = this.#turn;
    if (!turn) return;
    if (turns.some(({ seq, who }) => who === 'persona' && seq > turn.seq)) return this.stop();
    turn.brokenAt ??= this.#ms(turn.schedule.total);
    this.#watch();
  }

  #begin({ seq, index, from, to, sampleRate }: Extract<LiveServerFrame, { type: 'sentence' }>): void {
    if (this.#turn && this.#turn.seq !== seq) this.stop();
    this.#turn ??= {
      seq,
      schedule: new Schedule(this.#context.sampleRate),
      marks: new TurnMarks(),
      buffers: [],
      sentence: null,
      brokenAt: index > 0 ? 0 : null,
    };
    this.#latest = seq;
    this.#flush(this.#turn);
    this.#mend(this.#turn, this.#turn.marks.guessedStart(from));
    this.#turn.schedule.sentence();
    this.#turn.sentence = { index, resampler: new Resampler(sampleRate, this.#context.sampleRate) };
    this.#turn.marks.begin(index, from, to, this.#ms(this.#turn.schedule.total));
    if (index === 0) this.#changed();
  }

  /** The server counts what it sent, heard or not: all that came by now should have brought it to here. */
  #mend(turn: SpokenTurn, dueMs: number): void {
    if (turn.brokenAt === null) return;
    turn.marks.miss(turn.brokenAt, dueMs - this.#ms(turn.schedule.total));
    turn.brokenAt = null;
  }

  #endSentence(turn: SpokenTurn | null, { index, durationMs }: Extract<LiveServerFrame, { type: 'sentence_end' }>): void {
    if (!turn) return;
    this.#flush(turn);
    const startMs = turn.marks.startOf(index);
    if (startMs !== null) this.#mend(turn, startMs + durationMs);
    turn.marks.end(index, durationMs);
  }

  /** What the filter still holds of a sentence belongs to it. */
  #flush(turn: SpokenTurn | null): void {
    if (!turn?.sentence) return;
    this.#push(turn, turn.sentence.resampler.end());
    turn.sentence = null;
  }

  #push(turn: SpokenTurn, samples: Float32Array<ArrayBuffer>): void {
    if (samples.length === 0) return;
    const buffer = this.#context.createBuffer(1, samples.length, this.#context.sampleRate);
    buffer.copyToChannel(samples, 0);
    turn.buffers.push(buffer);
    const start = turn.schedule.push(samples.length, this.#now());
    if (start) this.#start(turn, start);
  }

  #start(turn: SpokenTurn, { piece, offset, at }: Start): void {
    const buffer = turn.buffers[piece];
    if (!buffer) return;
    const rate = this.#context.sampleRate;
    const run = (this.#run ??= this.#openRun(at / rate, turn));
    const source = this.#context.createBufferSource();
    source.buffer = buffer;
    source.connect(run.gain);
    source.start(at / rate, offset / rate);
    run.sources.add(source);
    source.addEventListener('ended', () => {
      run.sources.delete(source);
      // Left to the collector, fifty of them a second would be swept in one go, while the sound thread waits.
      source.disconnect();
      if (run === this.#run) turn.buffers[piece] = null;
    });
  }

  /** The voice fades in where it goes on in the middle of a word. */
  #openRun(at: number, turn: SpokenTurn): Run {
    const gain = this.#context.createGain();
    gain.connect(this.#volume);
    if (turn.schedule.playedBy(at * this.#context.sampleRate) > 0) {
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(1, at + fadeSeconds);
    }
    return { gain, sources: new Set() };
  }

  /** Fades what sounds, and says from when on it is not heard, on the clock of the output. */
  #fade(): number {
    const run = this.#run;
    this.#run = null;
    const from = this.#context.currentTime + clockSeconds;
    if (run) {
      run.gain.gain.cancelScheduledValues(from);
      run.gain.gain.setValueAtTime(1, from);
      run.gain.gain.linearRampToValueAtTime(0, from + fadeSeconds);
      for (const source of run.sources) source.stop(from + fadeSeconds);
    }
    return Math.round(from * this.#context.sampleRate);
  }

  #complete(seq: number): void {
    const turn = this.#of(seq);
    if (!turn) {
      // It had no sound; one that was cut off was not heard to its end.
      if (seq > this.#latest) for (const { onEnded } of this.#listeners) onEnded?.(seq);
      return;
    }
    this.#flush(turn);
    turn.schedule.end();
    this.#watch();
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const turn = this.#turn;
    const endsAt = turn?.schedule.endsAt ?? null;
    if (!turn || !(turn.schedule.complete || turn.brokenAt !== null) || endsAt === null) return;
    const left = this.#ms(endsAt - this.#now()) + this.#latency() * 1000 + (turn.schedule.complete ? 0 : overMs);
    if (left > 0) this.#timer = setTimeout(() => this.#watch(), this.locked ? lookMs : left + 1);
    else {
      this.#forget();
      for (const { onEnded } of this.#listeners) onEnded?.(turn.seq);
      this.#changed();
    }
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#turn = null;
    this.#run = null;
    this.#gate.open();
  }

  readonly #changed = (): void => {
    for (const { onChanged } of this.#listeners) onChanged?.();
  };

  #now(): number {
    return Math.round(this.#context.currentTime * this.#context.sampleRate);
  }

  /** Not every browser knows how long its sound takes to the ear. */
  #latency(): number {
    return this.#context.outputLatency || this.#context.baseLatency || 0;
  }

  #heard({ schedule }: SpokenTurn): number {
    return this.#ms(schedule.playedBy(this.#now() - this.#latency() * this.#context.sampleRate));
  }

  #ms(samples: number): number {
    return (samples / this.#context.sampleRate) * 1000;
  }
}

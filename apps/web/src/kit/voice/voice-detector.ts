import { microphoneRate } from './microphone-format.ts';
import { NoiseFloor } from './noise-floor.ts';
import { bandCount, hopSamples, listen, type SoundFrame, windowSamples } from './sound-frame.ts';

/** What the learner's voice does; `at` is in milliseconds from the first sample. */
export interface VoiceEvent {
  /** `began`: somebody speaks. `paused`: silence since `at`. `resumed`: it was only a pause. `dropped`: it was a noise. */
  readonly type: 'began' | 'paused' | 'resumed' | 'dropped';
  readonly at: number;
}

const frameMs = (hopSamples / microphoneRate) * 1000;
/** The first window begins with a little nothing, so that each second frame ends with a packet, and waits for no other. */
const early = windowSamples % hopSamples;
/** A frame stands for its middle. */
const middleMs = ((windowSamples / 2 - early) / microphoneRate) * 1000;
/** The device settles, and the noise of the room is learnt. */
const settlingFrames = 40;
/** So many voiced frames in them are somebody who speaks already. */
const speaksAtOnce = 8;
/** Below -100 dB nothing is connected, or it is muted: it says nothing about the room. */
const nothingDb = -100;

interface Manner {
  /** Mean decibels above the room, over all bands, that make a frame loud; at the edges of an utterance, the lower of the two. */
  readonly loud: number;
  readonly edge: number;
  /** The same for the two highest bands, where a word may end in a hiss. */
  readonly hiss: number;
  /** Voiced frames that begin an utterance, of the last so many. */
  readonly voiced: number;
  readonly within: number;
  /** Frames of breath without a note, whispered, that do. */
  readonly whispered: number;
}

const manners: Readonly<Record<'quiet' | 'noisy', Manner>> = {
  quiet: { loud: 2.5, edge: 1.7, hiss: 2.5, voiced: 3, within: 8, whispered: 24 },
  noisy: { loud: 3.5, edge: 2.5, hiss: 4, voiced: 8, within: 20, whispered: Infinity },
};
/** Quieter is nobody at this microphone, whatever the room is. */
const quietestDb = -64;
/** A frame is voiced from this likeness on: room noise reaches it in 1 frame of 100, a vowel in 3 of 4. */
const voicedLikeness = 0.72;
/** A voice glides: its period changes by less than this from one frame to the next. */
const glide = 0.2;
/** A key or a knock; 1 voiced frame in 12 is as sudden. */
const suddenFrom = 3.3;
/** A blow dies away from its first instant; a voice that begins does not fall so far below its loudest. */
const fallDb = 7;
/** Frames in which a blow is remembered. */
const echo = 22;
/** Breath is uneven; a fan that is switched on is not. It does not die away either. */
const unevenDb = 2;
const dyingDb = 7;
/** Frames between which the same sound goes on: the closure of a consonant. */
const bridge = 5;
/** So long after a voiced frame, sound still belongs to the word: its last consonant. */
const codaMs = 300;
/** Frames that are looked back on. */
const memory = 60;

const pauseMs = 60;
const sureMs = 180;
const pauseEveryMs = 300;
/** Less voice than this, and then silence, was no word. */
const wordMs = 120;
const droppedAfterMs = 250;
/** Silent for so long, the next sound has to prove itself again. */
const idleAfterMs = 2000;

interface Heard {
  readonly frame: number;
  readonly level: number;
  readonly loud: boolean;
  /** Loud enough to be the edge of an utterance. */
  readonly edge: boolean;
  readonly hisses: boolean;
  readonly lasts: boolean;
  readonly voiced: boolean;
}

/** Tells a voice from a room, on 16 kHz sound as it comes. Decides nothing about turns. */
export class VoiceDetector {
  noisyRoom: boolean;
  readonly #window = new Float32Array(windowSamples);
  #filled = early;
  #samples = early;
  #frame = 0;
  readonly #settling: SoundFrame[] = [];
  readonly #floor = new NoiseFloor();
  #settled = false;
  #recent: Heard[] = [];
  #period = 0;
  #level = -120;
  #speaking = false;
  #voiceMs = 0;
  #lastLoud = 0;
  #lastVoiced = 0;
  #silent = false;
  /** The pause that was told, by its last loud frame; null when it is known that the voice goes on. */
  #told: number | null = null;
  #toldAt = -Infinity;

  constructor(noisyRoom = false) {
    this.noisyRoom = noisyRoom;
  }

  /** Of the last frame, in dB of full scale. */
  get level(): number {
    return this.#level;
  }

  /** The utterance is over: what comes is another one. */
  turnOver(): void {
    if (this.#silent) this.#speaking = false;
  }

  push(samples: Float32Array): VoiceEvent[] {
    const events: VoiceEvent[] = [];
    for (let from = 0; from < samples.length;) {
      const piece = samples.subarray(from, from + windowSamples - this.#filled);
      this.#window.set(piece, this.#filled);
      this.#filled += piece.length;
      this.#samples += piece.length;
      from += piece.length;
      if (this.#filled < windowSamples) break;
      this.#hear(listen(this.#window), events);
      this.#window.copyWithin(0, hopSamples);
      this.#filled -= hopSamples;
    }
    return events;
  }

  #hear(sound: SoundFrame, events: VoiceEvent[]): void {
    this.#frame = (this.#samples - windowSamples) / hopSamples;
    this.#level = sound.level;
    if (sound.level < nothingDb) {
      if (this.#settled) this.#follow(this.#silence(), events);
      return;
    }
    if (this.#settled) return this.#judge(sound, this.#frame, events);
    this.#settling.push(sound);
    if (this.#settling.length < settlingFrames) return;
    this.#settled = true;
    const voiced = this.#settling.filter(({ periodic, sudden }) => periodic > voicedLikeness && sudden < suddenFrom).length;
    this.#floor.begin(
      this.#settling.map(({ bands }) => bands),
      voiced >= speaksAtOnce,
    );
    // Who speaks at once is heard from their first word on, if a little later.
    for (const [index, each] of this.#settling.entries()) this.#recent.push(this.#heard(each, this.#frame - settlingFrames + 1 + index));
    this.#settling.length = 0;
  }

  #judge(sound: SoundFrame, frame: number, events: VoiceEvent[]): void {
    const heard = this.#heard(sound, frame);
    this.#floor.follow(sound.bands, !this.#speaking && !heard.edge);
    this.#follow(heard, events);
  }

  #heard({ bands, level, periodic, period, sudden }: SoundFrame, frame: number): Heard {
    const { loud, edge, hiss } = this.#manner;
    const above = level < quietestDb ? 0 : this.#floor.above(bands);
    const hisses = level >= quietestDb && this.#floor.above(bands, bandCount - 2) > hiss;
    const glides = Math.abs(period - this.#period) < glide * period;
    this.#period = period;
    const lasts = sudden < suddenFrom;
    return {
      frame,
      level,
      loud: above > loud,
      edge: above > edge || hisses,
      hisses,
      lasts,
      voiced: above > loud && periodic > voicedLikeness && glides && lasts,
    };
  }

  #silence(): Heard {
    return { frame: this.#frame, level: nothingDb, loud: false, edge: false, hisses: false, lasts: true, voiced: false };
  }

  get #manner(): Manner {
    return manners[this.noisyRoom ? 'noisy' : 'quiet'];
  }

  #follow(heard: Heard, events: VoiceEvent[]): void {
    this.#recent.push(heard);
    if (heard.voiced) this.#lastVoiced = heard.frame;
    if (this.#recent.length > memory) this.#recent.shift();
    if (!this.#speaking) {
      if (this.#begins()) this.#begin(events);
    } else if (this.#silent) this.#goOnOrEnd(heard, events);
    else if (heard.edge) {
      this.#lastLoud = heard.frame;
      this.#voiceMs += frameMs;
    } else this.#pause(heard, events);
  }

  /** Enough of a voice, and no blow. */
  #begins(): boolean {
    const { voiced, within, whispered } = this.#manner;
    const last = this.#recent.slice(-within);
    const loudest = Math.max(...this.#recent.slice(-echo).map(({ level }) => level));
    const dies = (this.#recent.at(-1)?.level ?? nothingDb) < loudest - fallDb;
    if (!dies && last.filter((each) => each.voiced).length >= voiced) return true;
    return this.#whispers(whispered);
  }

  /** Breath for as long as a syllable or two, as uneven as speech. */
  #whispers(frames: number): boolean {
    if (this.#recent.length < frames) return false;
    const last = this.#recent.slice(-frames);
    if (last.filter(({ loud, hisses, lasts }) => loud && hisses && lasts).length < frames - bridge) return false;
    const levels = last.map(({ level }) => level);
    const loudest = mean(levels.toSorted((a, b) => b - a).slice(0, bridge));
    const dies = mean(levels.slice(-bridge)) < loudest - dyingDb;
    return !dies && spread(levels.slice(2 * bridge)) > unevenDb;
  }

  #begin(events: VoiceEvent[]): void {
    const run = this.#run();
    this.#speaking = true;
    this.#silent = false;
    this.#told = null;
    this.#lastLoud = this.#recent.findLast(({ edge }) => edge)?.frame ?? this.#frame;
    this.#voiceMs = run.filter(({ edge }) => edge).length * frameMs;
    events.push({ type: 'began', at: this.#at(run[0]?.frame ?? this.#frame) });
  }

  /** The frames that belong to what is heard now, back to its first. */
  #run(): Heard[] {
    let first = this.#recent.length - 1;
    for (let index = first, quiet = 0; index >= 0 && quiet <= bridge; index -= 1) {
      if (this.#recent[index]?.edge) {
        first = index;
        quiet = 0;
      } else quiet += 1;
    }
    return this.#recent.slice(first);
  }

  #pause({ frame }: Heard, events: VoiceEvent[]): void {
    if ((frame - this.#lastLoud) * frameMs < pauseMs) return;
    this.#silent = true;
    this.#tell(frame, events);
  }

  #goOnOrEnd(heard: Heard, events: VoiceEvent[]): void {
    const silentMs = (heard.frame - this.#lastLoud) * frameMs;
    if (this.#sounds()) {
      const run = this.#run();
      this.#silent = false;
      this.#lastLoud = heard.frame;
      this.#voiceMs += run.filter(({ edge }) => edge).length * frameMs;
      if (this.#told !== null) events.push({ type: 'resumed', at: this.#at(run[0]?.frame ?? heard.frame) });
      this.#told = null;
    } else if (this.#isCoda(heard)) this.#lastLoud = heard.frame;
    else if (this.#voiceMs < wordMs && silentMs >= droppedAfterMs) {
      this.#speaking = false;
      events.push({ type: 'dropped', at: this.#at(this.#lastLoud + 1) });
    } else if (silentMs >= idleAfterMs) this.#speaking = false;
    else this.#tell(heard.frame, events);
  }

  /** The consonant after the closure that ends a word: the pause is told again from its end. */
  #isCoda({ frame, edge }: Heard): boolean {
    return edge && this.#recent.at(-2)?.edge === true && (frame - this.#lastVoiced) * frameMs < codaMs;
  }

  /** Sound again after a pause: two frames that are voiced, or five of hiss, which a key does not make. */
  #sounds(): boolean {
    const last = this.#recent.slice(-5);
    return last.filter(({ voiced }) => voiced).length >= 2 || last.every(({ loud, lasts }) => loud && lasts);
  }

  #tell(frame: number, events: VoiceEvent[]): void {
    const now = frame * frameMs;
    const silentMs = (frame - this.#lastLoud) * frameMs;
    if (this.#told === this.#lastLoud || silentMs < pauseMs || this.#voiceMs < wordMs || (now - this.#toldAt < pauseEveryMs && silentMs < sureMs)) return;
    this.#told = this.#lastLoud;
    this.#toldAt = now;
    events.push({ type: 'paused', at: this.#at(this.#lastLoud + 1) });
  }

  #at(frame: number): number {
    return Math.max(0, frame * frameMs + middleMs - frameMs / 2);
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

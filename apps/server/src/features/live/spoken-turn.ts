import type { LiveNotice, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { writeSound } from '@coachvisio/contract/speech.ts';
import type { Speak, SpeechManner } from '@coachvisio/engine/ports.ts';
import { Clauses } from '@coachvisio/engine/speech/clauses.ts';
import { guessMarks } from '@coachvisio/engine/speech/guess-marks.ts';
import { charactersHeard, type SpokenSentence } from '@coachvisio/engine/speech/heard.ts';
import { visemesOf } from '@coachvisio/engine/speech/visemes.ts';
import { type ClauseSound, speakClause } from './speak-clause.ts';
import { type HeardSound, soundUntil, type Stretch } from './turn-sound.ts';

/** Where a turn's sound goes. */
export interface SoundOut {
  send(frame: LiveServerFrame): void;
  sound(bytes: Uint8Array): void;
}

export interface SpokenTurnParts {
  readonly seq: number;
  readonly voices: readonly Speak[];
  readonly manner: SpeechManner;
  /** Silence after a sentence, in milliseconds: the breath of this persona. */
  readonly pauseMs: number;
  readonly out: SoundOut;
  readonly onTrouble: (voice: Speak, error: unknown, notice: LiveNotice) => void;
  /** A steady clock, in milliseconds. */
  readonly now: () => number;
  /** What was sent is held until it is taken. */
  readonly holdsSound?: boolean;
}

/** Sound of one frame, in milliseconds. */
const frameMs = 20;
/** How much sound a client is given ahead of what it plays: enough for a network that stutters, little enough to take back. */
const leadMs = 600;
/** Sentences that are made at the same time. */
const atOnce = 3;
/**
 * Sound that is made ahead of what was sent; the next sentence is begun below it. A voice needs some tenths of a second for
 * one, and 3 s of sound are 144 KB for each conversation.
 */
const enoughMs = 3_000;
/** Inside a sentence one breathes shorter. */
const commaShare = 0.4;

/** The sound of one clause while it is made, in order, to be read once. */
class Line {
  readonly #pieces: ClauseSound[] = [];
  #wake = Promise.withResolvers<void>();
  closed = false;
  readonly text: string;
  /** Of its sound, what is not sent. */
  waitsMs = 0;

  constructor(text: string) {
    this.text = text;
  }

  push(piece: ClauseSound): void {
    this.#pieces.push(piece);
    if (piece.type === 'sound') this.waitsMs += (piece.samples.length / piece.sampleRate) * 1000;
    this.#wake.resolve();
  }

  close(): void {
    this.closed = true;
    this.#wake.resolve();
  }

  /** What came so far and is not read. */
  get waiting(): readonly ClauseSound[] {
    return this.#pieces;
  }

  async *read(): AsyncGenerator<ClauseSound> {
    for (;;) {
      const piece = this.#pieces.shift();
      if (piece) yield piece;
      else if (this.closed) return;
      else {
        this.#wake = Promise.withResolvers();
        await this.#wake.promise;
      }
    }
  }
}

/** A stretch with one voice and one rate, as the client plays it. */
interface Part {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly sampleRate: number;
  samples: number;
  /** Its marks went ahead of its sound. */
  marked: boolean;
  readonly words: { at: number; from: number; to: number }[];
  readonly phonemes: { at: number; phoneme: string }[];
}

/**
 * Says one turn aloud: takes its words as they come, makes sound of several clauses at once, and hands it on in order, not
 * much faster than it is played. Nothing is sent before {@link letHear}.
 */
export class SpokenTurn {
  readonly #parts: SpokenTurnParts;
  readonly #clauses = new Clauses();
  readonly #stop = new AbortController();
  readonly #lines: Line[] = [];
  readonly #mayBeHeard = Promise.withResolvers<void>();
  readonly #spoken: Part[] = [];
  #making = 0;
  readonly #waitingToMake: (() => void)[] = [];
  #lineCame = Promise.withResolvers<void>();
  #wordsOver = false;
  #hurried = false;
  #startedAt: number | null = null;
  #sentMs = 0;
  #held: Stretch[] = [];
  #beganAt = 0;
  readonly #told = new Set<LiveNotice>();
  /** Resolves when all sound was sent, or none will be any more. */
  readonly done: Promise<void>;

  constructor(parts: SpokenTurnParts) {
    this.#parts = parts;
    this.done = this.#emit();
  }

  push(words: string): void {
    for (const clause of this.#clauses.push(words)) void this.#make(clause);
  }

  /** No more words come. */
  end(): void {
    for (const clause of this.#clauses.end()) void this.#make(clause);
    this.#wordsOver = true;
    this.#lineCame.resolve();
  }

  letHear(): void {
    this.#mayBeHeard.resolve();
  }

  /** What is left is sent at once: the line is about to be closed. */
  hurry(): void {
    this.#hurried = true;
  }

  stop(): void {
    this.#stop.abort();
    this.#wordsOver = true;
    this.#mayBeHeard.resolve();
    this.#lineCame.resolve();
    for (const line of this.#lines) line.close();
    for (const wake of this.#waitingToMake.splice(0)) wake();
  }

  /** Milliseconds of sound that were played by now, if it is played as it comes. */
  get playedMs(): number {
    return this.#startedAt === null ? 0 : Math.min(this.#sentMs, this.#parts.now() - this.#startedAt);
  }

  /** How many characters of the turn were heard after so much of its sound. */
  charactersHeard(playedMs: number): number {
    return charactersHeard(this.#spoken.map(sentenceOf), playedMs);
  }

  /** What was heard of it after so much of its sound, once; null when that is nothing, or was taken before. */
  takeHeard(playedMs = this.#hurried ? Number.POSITIVE_INFINITY : this.playedMs): HeardSound | null {
    const stretches = soundUntil(this.#held, playedMs);
    this.#held = [];
    return stretches.length === 0 ? null : { beganAt: this.#beganAt, stretches };
  }

  async #make(clause: { readonly text: string; readonly from: number; readonly to: number }): Promise<void> {
    const line = new Line(clause.text);
    this.#lines.push(line);
    this.#lineCame.resolve();
    await new Promise<void>((resolve) => {
      this.#waitingToMake.push(resolve);
      this.#makeMore();
    });
    try {
      for await (const piece of speakClause(this.#parts.voices, clause, this.#parts.manner, this.#stop.signal)) line.push(piece);
    } finally {
      this.#making -= 1;
      line.close();
      this.#makeMore();
    }
  }

  /** In their order, and no more than lasts until the next one is made: the rest would only fill the memory. */
  #makeMore(): void {
    const waitsMs = (): number => this.#lines.reduce((sum, line) => sum + line.waitsMs, 0);
    while (this.#waitingToMake.length > 0 && this.#making < atOnce && waitsMs() < enoughMs) {
      this.#making += 1;
      this.#waitingToMake.shift()?.();
    }
  }

  async #emit(): Promise<void> {
    await this.#mayBeHeard.promise;
    for (let next = 0; !this.#stop.signal.aborted; next += 1) {
      while (next >= this.#lines.length && !this.#wordsOver) {
        this.#lineCame = Promise.withResolvers();
        await this.#lineCame.promise;
      }
      const line = this.#lines[next];
      if (!line) break;
      await this.#emitLine(line);
    }
    if (!this.#stop.signal.aborted) this.#parts.out.send({ type: 'speech_end', seq: this.#parts.seq });
  }

  async #emitLine(line: Line): Promise<void> {
    let part: Part | null = null;
    // A voice may name its first words before their sound is there.
    let early: Timed[] = [];
    let failures = 0;
    for await (const piece of line.read()) {
      if (this.#stop.signal.aborted) return;
      switch (piece.type) {
        case 'part':
          if (part) this.#endPart(part);
          part = this.#beginPart(piece, line, early);
          early = [];
          break;
        case 'sound':
          if (part) await this.#sendSound(part, piece.samples, line);
          break;
        case 'word':
        case 'phoneme':
          if (part) note(part, piece);
          else early.push(piece);
          break;
        case 'failed':
          failures += 1;
          this.#tellTrouble(piece.voice, piece.error, failures >= this.#parts.voices.length);
      }
    }
    if (!part || this.#stop.signal.aborted) return;
    const share = /[.?!…»"]$/u.test(line.text) ? 1 : commaShare;
    await this.#sendSound(part, new Int16Array(Math.round((part.sampleRate * this.#parts.pauseMs * share) / 1000)));
    this.#endPart(part);
  }

  #beginPart({ from, to, sampleRate, voice }: Extract<ClauseSound, { type: 'part' }>, line: Line, early: readonly Timed[]): Part {
    const { seq, out } = this.#parts;
    const part: Part = { index: this.#spoken.length, from, to, sampleRate, samples: 0, marked: false, words: [], phonemes: [] };
    this.#spoken.push(part);
    out.send({ type: 'sentence', seq, index: part.index, from, to, sampleRate, source: voice.source, synthetic: true });
    for (const piece of early) note(part, piece);
    if (!this.#markOnceKnown(part, line)) {
      const text = line.text.slice(line.text.length - (to - from));
      out.send({ type: 'marks', seq, index: part.index, ...mutable(guessMarks(text, text.length * guessedMsPerCharacter, from)) });
    }
    return part;
  }

  /** A voice is faster than speech: its marks go out before most of its sound, as soon as it has told all of them. */
  #markOnceKnown(part: Part, line: Line): boolean {
    if (part.marked || !line.closed) return part.marked;
    const coming = marksIn(line.waiting);
    const known = { words: [...part.words, ...coming.words], phonemes: [...part.phonemes, ...coming.phonemes] };
    if (known.words.length === 0) return false;
    part.marked = true;
    this.#sendMarks(part.index, known);
    return true;
  }

  #endPart(part: Part): void {
    const { seq, out } = this.#parts;
    if (part.words.length > 0 && !part.marked) this.#sendMarks(part.index, part);
    out.send({ type: 'sentence_end', seq, index: part.index, durationMs: msOf(part) });
  }

  #sendMarks(index: number, { words, phonemes }: Pick<Part, 'words' | 'phonemes'>): void {
    this.#parts.out.send({
      type: 'marks',
      seq: this.#parts.seq,
      index,
      visemes: [...visemesOf(phonemes)],
      words: words.map(({ at, from, to }) => ({ at, from, to })),
    });
  }

  /** In frames, and no faster than a little ahead of the listener. */
  async #sendSound(part: Part, samples: Int16Array, line?: Line): Promise<void> {
    const perFrame = Math.round((part.sampleRate * frameMs) / 1000);
    for (let from = 0; from < samples.length; from += perFrame) {
      await this.#untilDue();
      if (this.#stop.signal.aborted) return;
      if (line) this.#markOnceKnown(part, line);
      const frame = samples.subarray(from, from + perFrame);
      this.#startedAt ??= this.#parts.now();
      this.#parts.out.sound(writeSound('speech', this.#parts.seq, part.index, frame));
      if (this.#parts.holdsSound) {
        if (this.#sentMs === 0) this.#beganAt = this.#parts.now();
        this.#held.push({ samples: frame, sampleRate: part.sampleRate });
      }
      const ms = (frame.length / part.sampleRate) * 1000;
      part.samples += frame.length;
      this.#sentMs += ms;
      if (!line) continue;
      line.waitsMs -= ms;
      this.#makeMore();
    }
  }

  async #untilDue(): Promise<void> {
    while (!this.#hurried && !this.#stop.signal.aborted && this.#startedAt !== null) {
      const ahead = this.#sentMs - (this.#parts.now() - this.#startedAt);
      // Sound that came late was not played before it came: the listener's clock stood still.
      if (ahead < 0) this.#startedAt -= ahead;
      if (ahead <= leadMs) return;
      await new Promise((resolve) => setTimeout(resolve, frameMs));
    }
  }

  #tellTrouble(voice: Speak, error: unknown, isLast: boolean): void {
    const notice = isLast ? 'speak.lost' : 'speak.fallback';
    // Once a turn is enough, and once more when nothing is left.
    if (!this.#told.has(notice)) this.#parts.onTrouble(voice, error, notice);
    this.#told.add(notice);
  }
}

type Timed = Extract<ClauseSound, { type: 'word' | 'phoneme' }>;

function note(part: Part, piece: Timed): void {
  if (piece.type === 'word') part.words.push(piece);
  else part.phonemes.push(piece);
}

/** What is told of a part in pieces that wait. */
function marksIn(pieces: readonly ClauseSound[]): Pick<Part, 'words' | 'phonemes'> {
  const end = pieces.findIndex(({ type }) => type === 'part');
  const own = end === -1 ? pieces : pieces.slice(0, end);
  return { words: own.filter((piece) => piece.type === 'word'), phonemes: own.filter((piece) => piece.type === 'phoneme') };
}

/** Ordinary speech, about 14 characters a second. */
const guessedMsPerCharacter = 70;

const msOf = ({ samples, sampleRate }: Part): number => (samples / sampleRate) * 1000;
const sentenceOf = (part: Part): SpokenSentence => ({ from: part.from, to: part.to, durationMs: msOf(part), words: part.words });
const mutable = ({ visemes, words }: ReturnType<typeof guessMarks>) => ({ visemes: [...visemes], words: [...words] });

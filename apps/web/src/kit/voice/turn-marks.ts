import type { VisemeMark, WordMark } from '@coachvisio/contract/speech.ts';

interface Sentence {
  readonly from: number;
  readonly to: number;
  /** On the clock of the turn, in milliseconds. */
  readonly startMs: number;
  durationMs: number | null;
  visemes: readonly VisemeMark[];
  words: readonly WordMark[];
}

/** Ordinary speech, until the sentence has ended: 14 characters a second. */
const msPerCharacter = 70;

/** Mouth and words of one turn, on the clock of what is played of it. */
export class TurnMarks {
  readonly #sentences = new Map<number, Sentence>();
  #visemes: readonly VisemeMark[] = [];
  /** Sound that a broken line lost, by how much was played before it. */
  readonly #missing: { readonly afterMs: number; readonly ms: number }[] = [];

  begin(index: number, from: number, to: number, startMs: number): void {
    this.#sentences.set(index, { from, to, startMs, durationMs: null, visemes: [], words: [] });
  }

  /** May come again, known better. */
  mark(index: number, visemes: readonly VisemeMark[], words: readonly WordMark[]): void {
    const sentence = this.#sentences.get(index);
    if (!sentence) return;
    sentence.visemes = visemes;
    sentence.words = words;
    this.#visemes = [...this.#sentences.values()].flatMap(({ startMs, visemes: own }) => own.map(({ at, viseme }) => ({ at: at + startMs, viseme })));
  }

  end(index: number, durationMs: number): void {
    const sentence = this.#sentences.get(index);
    if (sentence) sentence.durationMs = durationMs;
  }

  /** When the word at this character is said, as far as that can be known before its sentence has come. */
  guessedStart(character: number): number {
    const before = [...this.#sentences.values()].findLast(({ from }) => from <= character);
    return before ? before.startMs + (character - before.from) * msPerCharacter : character * msPerCharacter;
  }

  /** Null where the beginning of the sentence was lost. */
  startOf(index: number): number | null {
    return this.#sentences.get(index)?.startMs ?? null;
  }

  miss(afterMs: number, ms: number): void {
    if (ms > 0) this.#missing.push({ afterMs, ms });
  }

  /** So much was played; on the clock of whoever sent it, lost sound and all. */
  asSent(playedMs: number): number {
    return this.#missing.reduce((sum, { afterMs, ms }) => (playedMs > afterMs ? sum + ms : sum), playedMs);
  }

  /** All that is known, for a face that looks ahead; the same list until more is known. */
  get visemes(): readonly VisemeMark[] {
    return this.#visemes;
  }

  /** Characters of the turn that are being said; where the voice does not tell, a guess by its pace. */
  wordAt(ms: number): { readonly from: number; readonly to: number } | null {
    const sentence = [...this.#sentences.values()].findLast(({ startMs }) => startMs <= ms);
    if (!sentence) return null;
    const within = ms - sentence.startMs;
    const word = sentence.words.findLast(({ at }) => at <= within);
    if (word) return { from: word.from, to: word.to };
    const { from, to } = sentence;
    if (sentence.words.length > 0) return { from, to: from };
    const share = Math.min(1, within / (sentence.durationMs ?? (to - from) * msPerCharacter));
    const at = from + Math.round(share * (to - from));
    return { from: at, to: at };
  }
}

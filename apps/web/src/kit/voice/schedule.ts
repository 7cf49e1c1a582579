/** One buffer, or the rest of it, to be started: everything counts in samples of the output. */
export interface Start {
  readonly piece: number;
  /** Samples of the piece that are left out. */
  readonly offset: number;
  /** On the clock of the output. */
  readonly at: number;
}

/** A stretch of the turn that plays without a gap. */
interface Span {
  readonly at: number;
  readonly from: number;
  to: number;
}

/** Ahead of the clock, in seconds: what the page asks for sooner, the sound thread may already have passed. */
const leastLead = 0.05;
/** A network that stutters is given more, up to this. */
const mostLead = 0.4;
/** Nearer than this to the end of what plays, the next piece comes too late to follow it without a gap. */
const margin = 0.005;
/** Before sound that was held goes on. */
const goOnLead = 0.02;

/** When each piece of one turn plays, and what of the turn was played when. Pure: the sound itself is in player.ts. */
export class Schedule {
  readonly #rate: number;
  readonly #pieces: { readonly from: number; readonly length: number }[] = [];
  readonly #spans: Span[] = [];
  #total = 0;
  #heldFrom: number | null = null;
  #lead = leastLead;
  #sentenceBegins = true;
  /** It was held where nothing more had come: what comes next is not late. */
  #wentOn = false;
  #complete = false;
  /** Gaps inside a sentence: a piece came after what was before it had ended. */
  underruns = 0;
  /** Sentences that came after the one before had ended: a breath that grew longer. */
  lateSentences = 0;

  /** `rate`: samples a second of the output. */
  constructor(rate: number) {
    this.#rate = rate;
  }

  /** All that came, in samples. */
  get total(): number {
    return this.#total;
  }

  get held(): boolean {
    return this.#heldFrom !== null;
  }

  /** No more comes. */
  get complete(): boolean {
    return this.#complete;
  }

  sentence(): void {
    this.#sentenceBegins = true;
  }

  end(): void {
    this.#complete = true;
  }

  /** A piece came; what is to be started for it, if it is not held. */
  push(length: number, now: number): Start | null {
    const piece = this.#pieces.length;
    const from = this.#total;
    this.#pieces.push({ from, length });
    this.#total += length;
    const isFirstOfSentence = this.#sentenceBegins;
    this.#sentenceBegins = false;
    if (this.#heldFrom !== null) return null;
    const wentOn = this.#wentOn;
    this.#wentOn = false;
    const span = this.#spans.at(-1);
    if (span && endOf(span) >= now + margin * this.#rate) {
      const at = endOf(span);
      span.to += length;
      return { piece, offset: 0, at };
    }
    if (span && !wentOn) this.#late(isFirstOfSentence);
    const at = Math.ceil(now + this.#lead * this.#rate);
    this.#spans.push({ at, from, to: from + length });
    return { piece, offset: 0, at };
  }

  #late(isFirstOfSentence: boolean): void {
    if (isFirstOfSentence) this.lateSentences += 1;
    else {
      this.underruns += 1;
      this.#lead = Math.min(mostLead, this.#lead * 2);
    }
  }

  /** From `now` on nothing of it is heard. Where that is in the turn is kept, and given back. */
  hold(now: number): number {
    if (this.#heldFrom !== null) return this.#heldFrom;
    // Nothing plays yet, or a piece is late: what comes next is what is held.
    this.#heldFrom = Math.min(this.playedBy(now), this.#total);
    while ((this.#spans.at(-1)?.at ?? -Infinity) >= now) this.#spans.pop();
    const span = this.#spans.at(-1);
    if (span) span.to = Math.min(span.to, Math.max(span.from, this.#heldFrom));
    return this.#heldFrom;
  }

  /** Goes on where it was held: everything that is to be started. */
  goOn(now: number): Start[] {
    const from = this.#heldFrom;
    this.#heldFrom = null;
    if (from === null) return [];
    this.#wentOn = from >= this.#total;
    if (this.#wentOn) return [];
    const at = Math.ceil(now + goOnLead * this.#rate);
    this.#spans.push({ at, from, to: this.#total });
    return this.#pieces.flatMap((piece, index) => {
      const offset = Math.max(0, from - piece.from);
      return offset < piece.length ? [{ piece: index, offset, at: at + piece.from + offset - from }] : [];
    });
  }

  /** Samples of the turn that were played by a moment on the clock of the output. */
  playedBy(now: number): number {
    const span = this.#spans.findLast(({ at }) => at <= now);
    return span ? Math.min(span.to, span.from + (now - span.at)) : 0;
  }

  /** When the last sample that came has been played; null while it is held. */
  get endsAt(): number | null {
    if (this.#heldFrom !== null) return null;
    const span = this.#spans.at(-1);
    return span ? endOf(span) : -Infinity;
  }
}

const endOf = ({ at, from, to }: Span): number => at + to - from;

import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';

/** Sound that was held this soon after it began, or went on, was held by itself: a listener nods later, and not each time. */
const atOnceMs = 1500;
/** In a row. One may be a cough, two a learner in a hurry. */
const enough = 3;
/** Of the words that were understood, so many have to be the persona's own, in its order. */
const likeness = 0.8;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether the persona's sound, out of a loudspeaker, comes back through the microphone and cuts the persona off: it is held
 * as soon as it sounds and nothing is understood, or what is understood are its own words; again and again.
 */
export class EchoWatch {
  /** What the persona says, and said before. */
  #said = new Map<number, string>();
  #held: { readonly number: number; readonly seq: number; readonly atOnce: boolean } | null = null;
  #row = 0;

  /** The learner's voice, it seems, began over this turn, which had sounded for so long since it began or went on. */
  held(number: number, seq: number, soundedMs: number): void {
    this.#held = { number, seq, atOnce: soundedMs < atOnceMs };
  }

  /** True when it is sure enough to say something about it; then it counts anew. */
  hear(frame: LiveServerFrame): boolean {
    if (frame.type === 'speaking') this.#keep(frame.seq, '');
    else if (frame.type === 'words') this.#keep(frame.seq, (this.#said.get(frame.seq) ?? '') + frame.text);
    else if (frame.type === 'spoken') this.#keep(frame.turn.seq, frame.turn.text + (frame.turn.unheard ?? ''));
    else if (frame.type === 'understood' && frame.settled) return this.#settled(frame.number, frame.text);
    return false;
  }

  #keep(seq: number, text: string): void {
    this.#said.set(seq, text);
    for (const old of this.#said.keys()) if (old < seq - 4) this.#said.delete(old);
  }

  #settled(number: number, text: string): boolean {
    const held = this.#held?.number === number ? this.#held : null;
    this.#held = null;
    const words = wordsOf(text);
    const isEcho = words.length === 0 ? held?.atOnce : held && areIn(words, wordsOf(this.#said.get(held.seq) ?? ''));
    // A cough into a silence says nothing for or against.
    if (!held && words.length === 0) return false;
    this.#row = isEcho ? this.#row + 1 : 0;
    if (this.#row < enough) return false;
    this.#row = 0;
    return true;
  }
}

/** Whether most of them stand in the other words, in that order. */
function areIn(words: readonly string[], others: readonly string[]): boolean {
  let most = others.map(() => 0);
  for (const word of words) {
    const row: number[] = [];
    for (const [index, other] of others.entries()) {
      row.push(other === word ? (most[index - 1] ?? 0) + 1 : Math.max(most[index] ?? 0, row[index - 1] ?? 0));
    }
    most = row;
  }
  return (most.at(-1) ?? 0) >= words.length * likeness;
}

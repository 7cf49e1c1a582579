import type { SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import type { RecordedSound } from './voice-thread.ts';

/** What is to be said, and what came of it so far: written by a seat, read once. */
export class Order {
  readonly id: number;
  readonly text: string;
  readonly manner: SpeechManner;
  readonly sound: RecordedSound | null;
  /** Stops the thread that carries it out. */
  onEnd: (() => void) | null = null;
  #pieces: SpeechPiece[] = [];
  #ended: { readonly error: Error | null } | null = null;
  #wake = Promise.withResolvers<void>();

  constructor(id: number, text: string, manner: SpeechManner, sound: RecordedSound | null) {
    this.id = id;
    this.text = text;
    this.manner = manner;
    this.sound = sound;
  }

  get isOver(): boolean {
    return this.#ended !== null;
  }

  push(pieces: readonly SpeechPiece[]): void {
    if (this.#ended) return;
    this.#pieces.push(...pieces);
    this.#wake.resolve();
  }

  /** Nobody listens any more. */
  abandon(): void {
    this.#pieces = [];
    this.end(null);
  }

  /** Without an error all was said. */
  end(error: Error | null): void {
    if (this.#ended) return;
    this.#ended = { error };
    this.#wake.resolve();
    this.onEnd?.();
  }

  async *read(): AsyncGenerator<SpeechPiece> {
    for (;;) {
      const piece = this.#pieces.shift();
      if (piece) yield piece;
      else if (this.#ended?.error) throw this.#ended.error;
      else if (this.#ended) return;
      else {
        this.#wake = Promise.withResolvers();
        await this.#wake.promise;
      }
    }
  }
}

import type { Directive } from '@coachvisio/contract/conversation.ts';
import { cutAtWord } from '@coachvisio/engine/speech/heard.ts';
import type { Stage } from '@coachvisio/engine/acting/bank.ts';
import type { ChatMessage } from '@coachvisio/engine/ports.ts';
import type { SpokenTurn } from './spoken-turn.ts';
import { type Voice, type Voiced, voiceDirective } from './voice-directive.ts';

export interface ReplyParts {
  readonly seq: number;
  readonly directive: Directive;
  readonly stage: Stage;
  readonly prompt: () => readonly ChatMessage[];
  readonly voice: Voice | null;
  /** Says it aloud; null shows the words only. */
  readonly aloud: SpokenTurn | null;
  /** Words, once they may be heard. */
  readonly onWords: (text: string) => void;
}

/** Whoever spoke hears nothing for so long, and takes the persona for gone: the voice needs another 0.1 to 0.3 s. */
const hesitationMs = 800;

/** A reply that is being worded, and spoken: from the directive to the last sound of it. Nothing is heard before {@link letHear}. */
export class Reply {
  readonly seq: number;
  readonly directive: Directive;
  readonly aloud: SpokenTurn | null;
  /** The words so far. */
  text = '';
  readonly #onWords: ReplyParts['onWords'];
  readonly #abort = new AbortController();
  readonly #mayBeHeard = Promise.withResolvers<void>();
  readonly #waited = Promise.withResolvers<void>();
  #timer: NodeJS.Timeout | undefined;
  #heard = false;
  /** The whole wording, once it may be heard. Never settles after {@link stop}. */
  readonly worded: Promise<Voiced>;

  constructor({ seq, directive, stage, prompt, voice, aloud, onWords }: ReplyParts) {
    this.seq = seq;
    this.directive = directive;
    this.aloud = aloud;
    this.#onWords = onWords;
    this.worded = this.#word(
      voiceDirective(
        directive,
        stage,
        prompt,
        voice,
        this.#abort.signal,
        (text, isWhole) => this.#take(text, isWhole),
        aloud ? this.#waited.promise : undefined,
      ),
    );
    // Whoever throws a reply away before it was worded does not wait for it.
    this.worded.catch(() => undefined);
  }

  /** What it answers is durable: from here on words and sound go out as they come. */
  letHear(): void {
    if (this.#heard || this.#abort.signal.aborted) return;
    this.#heard = true;
    if (this.text !== '') this.#onWords(this.text);
    this.aloud?.letHear();
    this.#mayBeHeard.resolve();
    if (this.aloud && this.text === '') this.#timer = setTimeout(this.#waited.resolve, hesitationMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#abort.abort();
    this.aloud?.stop();
  }

  /** What of its words was heard: after so much sound, or so many characters that were shown, or by the clock. */
  heardOf(whole: string, heard: { readonly playedMs?: number | undefined; readonly heardCharacters?: number | undefined } = {}): string {
    if (heard.heardCharacters !== undefined) return whole.slice(0, heard.heardCharacters);
    if (!this.aloud) return whole;
    return cutAtWord(whole, this.aloud.charactersHeard(heard.playedMs ?? this.aloud.playedMs));
  }

  #take(text: string, isWhole = false): void {
    if (this.#abort.signal.aborted) return;
    this.text += text;
    // What is whole is spoken at once; in its place of the turn stands a space, as long as a line break.
    this.aloud?.push(isWhole ? text.replace(/ $/u, '\n') : text);
    if (this.#heard) this.#onWords(text);
  }

  async #word(wording: Promise<Voiced>): Promise<Voiced> {
    const voiced = await wording;
    clearTimeout(this.#timer);
    this.aloud?.end();
    await this.#mayBeHeard.promise;
    return voiced;
  }
}

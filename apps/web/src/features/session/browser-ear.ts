import type { Locale } from '@coachvisio/contract/locale.ts';
import { isBackchannel } from '@coachvisio/engine/turn/backchannel.ts';
import { silenceThatEnds } from '@coachvisio/engine/turn/end-of-turn.ts';
import type { LiveSocket } from '../../kit/live-socket.ts';
import { BrowserRecogniser, type RecogniserProblem } from '../../kit/voice/browser-recogniser.ts';
import type { Speaker } from './speaker.ts';

const languages: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-US' };

export interface BrowserEarParts {
  readonly line: LiveSocket;
  readonly locale: Locale;
  readonly speaker: Pick<Speaker, 'hold' | 'goOn'> | null;
  /** What is understood of the words that are being said; empty between them. */
  readonly onWords: (text: string) => void;
  readonly onProblem: (problem: RecogniserProblem) => void;
}

/** The browser's recogniser as an ear: its words become turns by the same rules of silence as the server's. */
export class BrowserEar {
  readonly #parts: BrowserEarParts;
  readonly #recogniser: BrowserRecogniser;
  #final = '';
  #interim = '';
  #held: ReturnType<Speaker['hold']> = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: BrowserEarParts) {
    this.#parts = parts;
    this.#recogniser = new BrowserRecogniser(languages[parts.locale], {
      onInterim: (text) => {
        this.#interim = text;
        this.#heard();
      },
      onFinal: (text) => {
        this.#final = `${this.#final} ${text}`.trim();
        this.#heard();
      },
      onProblem: parts.onProblem,
    });
    this.#recogniser.start();
  }

  /** What was said so far is the turn. False when nothing was. */
  finish = (): boolean => {
    const said = this.#text !== '';
    this.#say();
    return said;
  };

  /** The learner typed instead. */
  forget(): void {
    this.#final = '';
    this.#interim = '';
    this.#held = null;
    clearTimeout(this.#timer);
    this.#parts.onWords('');
  }

  close(): void {
    this.#recogniser.stop();
    this.forget();
  }

  get #text(): string {
    return `${this.#final} ${this.#interim}`.trim();
  }

  #heard(): void {
    const text = this.#text;
    const { speaker, line, locale, onWords } = this.#parts;
    clearTimeout(this.#timer);
    if (text === '') return;
    const held = speaker?.hold() ?? null;
    this.#held ??= held;
    if (this.#held && !isBackchannel(text, locale)) {
      const { seq, ...heard } = this.#held;
      line.interrupt(seq, heard);
      this.#held = null;
    }
    onWords(text);
    const wait = silenceThatEnds(text, locale, { patience: 1, inStory: false });
    if (wait !== null) this.#timer = setTimeout(() => this.#say(), wait);
  }

  #say(): void {
    const text = this.#text;
    const onlyListened = this.#held !== null;
    this.forget();
    if (onlyListened) this.#parts.speaker?.goOn();
    else if (text !== '') this.#parts.line.say(text);
  }
}

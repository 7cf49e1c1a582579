import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { LiveSocket } from '../../kit/live-socket.ts';
import { speakByBrowser } from '../../kit/voice/browser-voice.ts';
import { quiet, type SoundNow, type Speaker } from './speaker.ts';

/** The persona's words by a voice of the browser, a turn at a time, once it is whole. Its mouth follows the words. */
export class BrowserSpeaker implements Speaker {
  readonly #listeners = new Set<() => void>();
  readonly #line: LiveSocket;
  readonly #locale: Locale;
  readonly #voice: string;
  readonly #stopListening: () => void;
  #now: SoundNow = quiet;
  #text = '';
  /** The turn that the persona has begun to say, of which the words are not whole yet. */
  #due: number | null = null;
  #cancel: () => void = () => undefined;

  constructor(line: LiveSocket, locale: Locale, voice: string) {
    this.#line = line;
    this.#locale = locale;
    this.#voice = voice;
    this.#stopListening = line.listen({ onFrame: (frame) => this.#hear(frame), onSound: () => undefined });
  }

  readonly state = (): SoundNow => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly mouthAt = undefined;

  /** The browser cannot stop within a word and go on there: what is held is said again from where it stood. */
  hold(): { readonly seq: number; readonly heardCharacters: number } | null {
    const { seq, at } = this.#now;
    if (seq === null) return null;
    this.#silence();
    this.#tell({ held: true });
    return { seq, heardCharacters: at };
  }

  goOn(): void {
    const { seq, held, at } = this.#now;
    if (seq !== null && held) this.#say(seq, this.#text, at);
  }

  stop(): void {
    const { seq, ended } = this.#now;
    this.#silence();
    // Cut off, it was heard as far as it went: nothing more of it comes.
    this.#tell({ seq: null, at: 0, held: false, ended: seq ?? ended });
  }

  close(): void {
    this.#stopListening();
    this.#silence();
    this.#listeners.clear();
  }

  readonly unlock = async (): Promise<void> => undefined;

  #hear(frame: LiveServerFrame): void {
    if (frame.type === 'speaking' || frame.type === 'committed') this.stop();
    if (frame.type === 'speaking') this.#due = frame.seq;
    // What was due when the line broke comes as a turn among the others.
    const turn = frame.type === 'spoken' ? frame.turn : frame.type === 'welcome' ? frame.turns.find(({ seq }) => seq === this.#due) : undefined;
    if (turn?.who !== 'persona' || turn.unheard !== undefined) return;
    this.#due = null;
    this.#text = turn.text;
    this.#say(turn.seq, turn.text, 0);
  }

  #say(seq: number, text: string, from: number): void {
    this.#silence();
    this.#tell({ seq, at: from, held: false });
    this.#cancel = speakByBrowser(
      { text: text.slice(from), language: this.#locale, voice: this.#voice },
      {
        onWord: (word) => this.#tell({ at: from + word.from }),
        onEnded: (whole) => {
          if (this.#now.seq !== seq || this.#now.held) return;
          this.#tell({ seq: null, ...(whole ? { ended: seq } : { silent: seq }) });
          this.#line.heard(seq);
        },
      },
    );
  }

  #silence(): void {
    const cancel = this.#cancel;
    this.#cancel = () => undefined;
    if (this.#now.seq !== null) this.#now = { ...this.#now, held: true };
    cancel();
  }

  #tell(change: Partial<SoundNow>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}

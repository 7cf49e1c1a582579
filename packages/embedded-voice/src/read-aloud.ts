import type { EspeakEvent, EspeakVoice } from './espeak-ng.ts';
import type { SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import { Edges } from './edges.ts';
import { spellOut, wordsIn } from './spell-out.ts';
import { timbreOf } from './timbre.ts';

/**
 * Speaks a text in this thread, about five hundred times as fast as it is said. `onPieces` gets the sound as it is made, each piece
 * of it before the marks that lie in it, and may stop it by giving back false.
 */
export function readAloud(espeak: EspeakVoice, text: string, manner: SpeechManner, onPieces: (pieces: readonly SpeechPiece[]) => boolean): void {
  const sampleRate = espeak.get_samplerate();
  const timbre = timbreOf(manner);
  const marker = new Marker(text, manner.locale);
  if (marker.isMute) return;
  espeak.set_voice(timbre.voice);
  espeak.set_rate(timbre.wordsPerMinute);
  espeak.set_pitch(timbre.pitch);
  espeak.set_range(timbre.range);
  const edges = new Edges(timbre.gain, sampleRate);
  let stopped = false;
  espeak.synthesize(marker.spoken, (made, events) => {
    const samples = edges.push(made);
    marker.take(events);
    // Where the beginning is cut is known with the first sound: times are given from there.
    const marks = edges.begun ? marker.marks(edges.cutMs) : [];
    const pieces: SpeechPiece[] = samples ? [{ type: 'sound', samples, sampleRate }, ...marks] : marks;
    stopped ||= pieces.length > 0 && !onPieces(pieces);
    return stopped;
  });
  if (stopped) return;
  const samples = edges.end();
  if (!edges.begun) return;
  const marks: SpeechPiece[] = [...marker.marks(edges.cutMs), { type: 'phoneme', at: edges.givenMs, phoneme: '' }];
  onPieces(samples ? [{ type: 'sound', samples, sampleRate }, ...marks] : marks);
}

type Mark = Exclude<SpeechPiece, { type: 'sound' }>;

/** Turns espeak-ng's events into marks on the text as it was written. */
class Marker {
  readonly spoken: string;
  readonly #words: readonly { readonly from: number; readonly to: number }[];
  /** Which word each character of the spoken text belongs to. */
  readonly #wordAt: readonly number[];
  #lastWord = -1;
  #waiting: Mark[] = [];
  /** Pauses are marked when a sound follows: those at the end are cut. */
  #pause: Mark | null = null;

  constructor(text: string, locale: SpeechManner['locale']) {
    const script = spellOut(text, locale);
    this.spoken = script.text;
    this.#words = wordsIn(text);
    const wordOf = (place: number): number => this.#words.findLastIndex(({ from }) => from <= place);
    // espeak-ng counts characters, JavaScript counts UTF-16 units.
    let unit = 0;
    this.#wordAt = [...script.text].map((character) => {
      const place = script.origin[unit] ?? 0;
      unit += character.length;
      return wordOf(place);
    });
  }

  /** Nothing of it can be said. */
  get isMute(): boolean {
    return !/[\p{L}\p{N}]/u.test(this.spoken) && !/[%€$£&+=]/u.test(this.spoken);
  }

  take(events: readonly EspeakEvent[]): void {
    for (const event of events) {
      if (event.type === 'word') this.#takeWord(event);
      else if (event.type === 'phoneme' && typeof event.id === 'string') this.#takePhoneme(event.audio_position, event.id);
    }
  }

  marks(cutMs: number): Mark[] {
    const marks = this.#waiting.map((mark) => ({ ...mark, at: Math.max(0, mark.at - cutMs) }));
    this.#waiting = [];
    return marks;
  }

  /** A number is several words to espeak-ng, «l'équipe» too: each word as written is marked once, where it begins. */
  #takeWord({ text_position, audio_position: at }: EspeakEvent): void {
    const index = this.#wordAt[text_position - 1] ?? -1;
    const word = this.#words[index];
    if (!word || index <= this.#lastWord) return;
    this.#lastWord = index;
    this.#endPause();
    this.#waiting.push({ type: 'word', at, ...word });
  }

  #takePhoneme(at: number, phoneme: string): void {
    // «(en)»: the voice passes through another language.
    if (phoneme.startsWith('(')) return;
    if (phoneme === '') {
      this.#pause ??= { type: 'phoneme', at, phoneme };
      return;
    }
    this.#endPause();
    this.#waiting.push({ type: 'phoneme', at, phoneme });
  }

  #endPause(): void {
    if (this.#pause) this.#waiting.push(this.#pause);
    this.#pause = null;
  }
}

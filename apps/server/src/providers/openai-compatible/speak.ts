import type { Speak, SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import { readSamples, readWavHead, type WavHead } from '@coachvisio/engine/speech/wav.ts';
import { bounded } from './bounded-fetch.ts';
import { asProviderError, ProviderError } from './provider-error.ts';

export interface SpeakSettings {
  /** Base address, with its version: `https://voices.example/v1`. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string;
  /** `pcm` is 16 bits at 24 kHz unless the answer says otherwise; `wav` says its own rate, where an endpoint knows no `pcm`. */
  readonly format: 'pcm' | 'wav';
  /** The provider's names of voices: by persona where there is one, else by gender. */
  readonly voices: {
    readonly personas: Readonly<Record<string, string>>;
    readonly feminine: string;
    readonly masculine: string;
  };
  /** Sends the requests; left out, Node's own. */
  readonly fetch?: typeof fetch;
}

/** Two minutes of sound at 48 kHz, in bytes: a sentence is a tenth of it. */
const longestSound = 12_000_000;
const pcmRate = 24_000;
/** Below this a sample is digital silence. */
const silent = 8;
/** Silence that is left before the first sound. */
const leadMs = 15;
/** So much silence is no pause for breath: the provider has nothing to say. */
const longestSilenceMs = 2500;

/** MP3, AAC, Ogg, FLAC, MP4, WebM, gzip, JSON and HTML, by their first bytes: none of them is a likely beginning of samples. */
const otherFormats =
  /^(?:ID3|OggS|fLaC|.{4}ftyp|\u001A\u0045\u00DF\u00A3|\u001F\u008B\u0008|\u00FF[\u00FB\u00FA\u00F3\u00F2\u00E3\u00E2\u00F1\u00F9]|\s*(?:\{["\s}]|<[!?a-z]))/isu;
/** So many bytes tell them apart. */
const tellingBytes = 12;
/** What can be played. */
const leastRate = 8_000;
const mostRate = 192_000;

/** Speech from any endpoint that speaks OpenAI's audio/speech, handed on as it comes. */
export function openAiCompatibleSpeak({ url, key, model, format, voices, fetch }: SpeakSettings): Speak {
  // Loaded only where a voice is configured. A retry would come too late: the next voice of the chain speaks instead.
  const loading = import('openai').then(
    ({ default: OpenAI }) => new OpenAI({ baseURL: url, apiKey: key ?? 'none', maxRetries: 0, fetch: bounded(fetch, longestSound) }),
  );
  return {
    name: model,
    source: 'provider',
    async *speak(text: string, manner: SpeechManner, signal: AbortSignal): AsyncGenerator<SpeechPiece> {
      try {
        const client = await loading;
        const answer = await client.audio.speech.create(
          {
            model,
            input: text,
            voice: voices.personas[manner.persona] ?? voices[manner.gender],
            response_format: format,
            ...(manner.rate === 1 ? {} : { speed: Math.min(4, Math.max(0.25, manner.rate)) }),
          },
          { signal },
        );
        yield* soundIn(answer);
      } catch (error) {
        if (!signal.aborted) throw asProviderError(error);
      }
    },
  };
}

async function* soundIn(answer: Response): AsyncGenerator<SpeechPiece> {
  const type = answer.headers.get('content-type') ?? '';
  const refuse = (code: string): ProviderError => new ProviderError(answer.status, code, answer.headers);
  if (/json|text|html|mpeg|mp3|opus|ogg|aac|flac/iu.test(type)) throw refuse('not_the_sound_asked_for');
  const reading = new Reading(Number(/rate=(\d+)/u.exec(type)?.[1] ?? pcmRate), refuse);
  const chunks = answer.body ?? [];
  try {
    for await (const chunk of chunks) {
      const piece = reading.push(chunk);
      if (piece) yield piece;
    }
  } catch (error) {
    // The status was good: what broke is the line.
    throw error instanceof ProviderError ? error : refuse('broken_off');
  }
  if (!reading.begun) throw refuse('no_sound');
  if (reading.isCut) throw refuse('broken_off');
}

/** Bytes as they come become samples: they break off anywhere, in the middle of a head or of a sample too. */
class Reading {
  readonly #pcmRate: number;
  readonly #refuse: (code: string) => ProviderError;
  #head: WavHead | null = null;
  /** What came and is not read; at first until it is known what comes. */
  #rest = new Uint8Array(0);
  /** How many bytes were read. */
  #at = 0;
  #silence = new Int16Array(0);
  begun = false;

  constructor(rate: number, refuse: (code: string) => ProviderError) {
    this.#pcmRate = rate;
    this.#refuse = refuse;
  }

  /** Less came than was announced. */
  get isCut(): boolean {
    return this.#head !== null && this.#head.to !== Number.POSITIVE_INFINITY && this.#at < this.#head.to;
  }

  push(chunk: Uint8Array): SpeechPiece | null {
    const bytes = new Uint8Array(this.#rest.length + chunk.length);
    bytes.set(this.#rest);
    bytes.set(chunk, this.#rest.length);
    this.#rest = bytes;
    const head = this.#head ?? this.#readHead(bytes);
    if (!head) return null;
    if (!this.#head) {
      this.#head = head;
      this.#at = head.from;
      this.#rest = bytes.slice(head.from);
    }
    const unit = 2 * head.channels;
    const whole = Math.floor(Math.min(this.#rest.length, head.to - this.#at) / unit) * unit;
    const samples = readSamples(this.#rest.subarray(0, whole), head.channels);
    this.#rest = this.#rest.slice(whole);
    this.#at += whole;
    return this.#afterSilence(samples, head.sampleRate);
  }

  /** Undefined until enough came. An endpoint that knows no bare samples answers with a WAV file all the same. */
  #readHead(bytes: Uint8Array): WavHead | undefined {
    if (bytes.length < tellingBytes) return undefined;
    const start = String.fromCharCode(...bytes.subarray(0, tellingBytes));
    if (otherFormats.test(start)) throw this.#refuse('not_the_sound_asked_for');
    if (!start.startsWith('RIFF')) return { sampleRate: this.#pcmRate, channels: 1, from: 0, to: Number.POSITIVE_INFINITY };
    try {
      const head = readWavHead(bytes);
      if (!head || (head.sampleRate >= leastRate && head.sampleRate <= mostRate)) return head;
    } catch {
      // No WAV file, or none that holds samples.
    }
    throw this.#refuse('not_the_sound_asked_for');
  }

  /** Leaves the silence before the first sound out: nobody should wait for it. */
  #afterSilence(samples: Int16Array<ArrayBuffer>, sampleRate: number): SpeechPiece | null {
    if (this.begun) return samples.length > 0 ? { type: 'sound', samples, sampleRate } : null;
    const all = new Int16Array(this.#silence.length + samples.length);
    all.set(this.#silence);
    all.set(samples, this.#silence.length);
    const first = all.findIndex((sample) => Math.abs(sample) > silent);
    if (first === -1) {
      if (all.length > (longestSilenceMs * sampleRate) / 1000) throw this.#refuse('silence');
      this.#silence = all;
      return null;
    }
    this.begun = true;
    this.#silence = new Int16Array(0);
    return { type: 'sound', samples: all.slice(Math.max(0, first - Math.round((leadMs * sampleRate) / 1000))), sampleRate };
  }
}

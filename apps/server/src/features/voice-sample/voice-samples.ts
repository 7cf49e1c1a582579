import type { Locale } from '@coachvisio/contract/locale.ts';
import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { SpeechSource } from '@coachvisio/contract/speech.ts';
import { syntheticHeader } from '@coachvisio/contract/voice-sample.ts';
import type { Speak, SpeechManner } from '@coachvisio/engine/ports.ts';
import { writeSyntheticWav } from '@coachvisio/engine/speech/synthetic-wav.ts';
import type { MonoSound } from '@coachvisio/engine/speech/wav.ts';
import type { Visit } from '../../platform/ctx.ts';
import { FileAnswer } from '../../platform/feature.ts';
import { tooLate } from '../../platform/guard/failure.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { library } from '../content/index.ts';

/** Longest wait for a whole sample by one voice where another could say it: somebody looks at a button meanwhile. */
const wholeMs = 6000;
/** The last one is waited for: it may be warming up, on a machine that has much else to do. */
const lastWholeMs = 20_000;
/** How long a browser keeps it: somebody who tries two personas in turn waits once for each. */
const keptSeconds = 3600;
/** Another voice than the usual one said it: soon the usual one may be back. */
const spareKeptSeconds = 30;

interface Sample {
  readonly sound: MonoSound;
  readonly source: SpeechSource;
  /** The voice that is asked first said it. */
  readonly isUsual: boolean;
}

/** The sample sentence of a persona, in the first voice of the chain that says all of it. */
export class VoiceSamples {
  readonly #voices: readonly Speak[];
  /** Those that are being made: who asks for one at the same time gets the same. */
  readonly #making = new Map<string, Promise<Sample>>();

  constructor(voices: readonly Speak[]) {
    this.#voices = voices;
  }

  async read(visit: Visit, slug: string, locale: Locale): Promise<FileAnswer> {
    const persona = library().personas.get(slug);
    if (!persona) throw new ProblemError('persona.not_found', 'There is no such persona; GET /v1/personas lists them.');
    if (this.#voices.length === 0) throw new ProblemError('not.found', 'This installation has no voice: its personas are read, not heard.');
    const { sound, source, isUsual } = await this.#sampleOf(visit, persona, locale);
    visit.cacheFor(isUsual ? keptSeconds : spareKeptSeconds);
    return new FileAnswer(writeSyntheticWav(sound, source), `coachvisio-${slug}-${locale}.wav`, { headers: { [syntheticHeader]: source } });
  }

  #sampleOf(visit: Visit, persona: PersonaContent, locale: Locale): Promise<Sample> {
    const name = `${locale} ${persona.slug}`;
    const making = this.#making.get(name) ?? this.#make(visit, persona, locale).finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    return making;
  }

  async #make(visit: Visit, { slug, sample, voice: { gender, rate, pitch } }: PersonaContent, locale: Locale): Promise<Sample> {
    const manner: SpeechManner = { locale, persona: slug, gender, rate, pitch };
    for (const [index, voice] of this.#voices.entries()) {
      const waitMs = index === this.#voices.length - 1 ? lastWholeMs : wholeMs;
      try {
        return { sound: await wholeSound(voice, sample[locale], manner, waitMs), source: voice.source, isUsual: index === 0 };
      } catch (error) {
        visit.log.warn({ provider: voice.name, err: error }, 'a voice gave no sample');
      }
    }
    throw new ProblemError('server.unavailable', 'No voice answered in time: ask again in a moment.');
  }
}

async function wholeSound(voice: Speak, text: string, manner: SpeechManner, waitMs: number): Promise<MonoSound> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(tooLate()), waitMs);
  const pieces: Int16Array[] = [];
  let sampleRate = 0;
  try {
    for await (const piece of voice.speak(text, manner, stop.signal)) {
      if (piece.type !== 'sound') continue;
      sampleRate = piece.sampleRate;
      pieces.push(piece.samples);
    }
    if (stop.signal.aborted) throw tooLate();
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  if (pieces.length === 0) throw new Error('the voice gave no sound');
  const samples = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return { samples, sampleRate };
}

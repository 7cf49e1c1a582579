import { microphoneRate } from '@coachvisio/contract/speech.ts';
import type { Hear, Heard } from '@coachvisio/engine/ports.ts';
import { writeWav } from '@coachvisio/engine/speech/wav.ts';
import { z } from 'zod';
import { bounded } from './bounded-fetch.ts';
import { asProviderError, ProviderError } from './provider-error.ts';

export interface HearSettings {
  /** Base address, with its version: `https://ears.example/v1`. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string;
  /** Whether it writes hesitations down; null where nobody knows. */
  readonly verbatim: boolean | null;
  /** Longest wait for an answer: the learner waits as well. */
  readonly timeoutMs: number;
  /** Sends the requests; left out, Node's own. */
  readonly fetch?: typeof fetch;
}

/** Recognisers read about two hundred tokens of what was said before, and only the end of it. */
const promptCharacters = 400;

const Answer = z.object({
  text: z.string(),
  words: z.array(z.object({ word: z.string(), start: z.number().min(0), end: z.number().min(0) })).nullish(),
});

/** Text from any endpoint that speaks OpenAI's audio/transcriptions. */
export function openAiCompatibleHear({ url, key, model, verbatim, timeoutMs, fetch }: HearSettings): Hear {
  // Loaded only where a recogniser is configured. Whoever asks knows whether there is time to ask again.
  const loading = import('openai').then(({ default: OpenAI }) => new OpenAI({ baseURL: url, apiKey: key ?? 'none', maxRetries: 0, fetch: bounded(fetch) }));
  /** Many models tell no times, and refuse to be asked for them: that is asked once. */
  let tellsTimes = true;

  async function ask(samples: Int16Array, locale: 'fr' | 'en', before: string, withTimes: boolean, signal: AbortSignal): Promise<Heard> {
    const client = await loading;
    const file = new File([writeWav({ samples, sampleRate: microphoneRate })], 'speech.wav', { type: 'audio/wav' });
    const prompt = endOf(before);
    const body = { file, model, language: locale, ...(prompt === '' ? {} : { prompt }) };
    const answer: unknown = withTimes
      ? await client.audio.transcriptions.create({ ...body, response_format: 'verbose_json', timestamp_granularities: ['word'] }, { signal })
      : await client.audio.transcriptions.create({ ...body, response_format: 'json' }, { signal });
    const read = Answer.safeParse(answer);
    if (!read.success) throw new ProviderError(200, 'not_a_transcription');
    const words = read.data.words?.map(({ word, start, end }) => ({ text: word.trim(), at: Math.round(start * 1000), until: Math.round(end * 1000) }));
    return { text: read.data.text.trim(), words: words ?? null };
  }

  return {
    name: model,
    verbatim,
    async hear(samples, locale, before, signal) {
      if (samples.length === 0) return { text: '', words: [] };
      const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      try {
        if (!tellsTimes) return await ask(samples, locale, before, false, within);
        try {
          return await ask(samples, locale, before, true, within);
        } catch (error) {
          if (asProviderError(error).status !== 400) throw error;
          const heard = await ask(samples, locale, before, false, within);
          // Only now is it sure that the times were refused, not this sound.
          tellsTimes = false;
          return heard;
        }
      } catch (error) {
        throw within.aborted && !signal.aborted ? new ProviderError(null, 'timeout') : asProviderError(error);
      }
    },
  };
}

/** The last words of a text, whole. */
function endOf(text: string): string {
  const end = text.trim().slice(-promptCharacters);
  return end.length < promptCharacters ? end : end.replace(/^\S*\s+/u, '');
}

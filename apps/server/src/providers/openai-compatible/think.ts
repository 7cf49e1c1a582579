import type { ChatMessage, Think, TokenUsage } from '@coachvisio/engine/ports.ts';
import { bounded } from './bounded-fetch.ts';
import { asProviderError, ProviderError } from './provider-error.ts';

export interface ThinkSettings {
  /** Base address, with its version: `https://models.example/v1`. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string;
  /** Sends the requests; left out, Node's own. */
  readonly fetch?: typeof fetch;
}

/** Longest reply asked for, in tokens: three spoken sentences take about ninety. */
const replyTokens = 220;
const answered = 200;
const badRequest = 400;

/** Words from any endpoint that speaks OpenAI's chat completions, streamed. */
export function openAiCompatibleThink({ url, key, model, fetch }: ThinkSettings): Think {
  // Loaded only where a model is configured: the SDK is a sixth of all the modules a start would read.
  // Retries would come on top of the time the persona may take: whoever asks has somebody else to ask instead.
  const loading = import('openai').then(({ default: OpenAI }) => new OpenAI({ baseURL: url, apiKey: key ?? 'none', maxRetries: 0, fetch: bounded(fetch) }));
  /** Some endpoints refuse to be asked what they counted; one that did is not asked again. */
  let counts = true;
  const ask = async (messages: readonly ChatMessage[], signal: AbortSignal) => {
    const client = await loading;
    const request = { model, messages: [...messages], stream: true as const, max_completion_tokens: replyTokens };
    if (!counts) return client.chat.completions.create(request, { signal });
    try {
      return await client.chat.completions.create({ ...request, stream_options: { include_usage: true } }, { signal });
    } catch (error) {
      if (asProviderError(error).status !== badRequest) throw error;
      const chunks = await client.chat.completions.create(request, { signal });
      // Refused with the wish and taken without: it was the wish.
      counts = false;
      return chunks;
    }
  };
  return {
    name: model,
    async *stream(messages, signal, onUsage) {
      let finished = false;
      try {
        for await (const { choices, usage } of await ask(messages, signal)) {
          const choice = choices[0];
          if (choice?.delta.content) yield choice.delta.content;
          if (choice?.finish_reason) finished = true;
          if (usage) onUsage?.(usageOf(usage));
        }
      } catch (error) {
        throw signal.aborted ? error : asProviderError(error);
      }
      if (!finished && !signal.aborted) throw new ProviderError(answered, 'broken_off');
    },
  };
}

interface Counted {
  readonly prompt_tokens?: number;
  readonly completion_tokens?: number;
  readonly prompt_tokens_details?: { readonly cached_tokens?: number } | null;
}

/** Endpoints that only speak like OpenAI's leave out what they do not count. */
const usageOf = (usage: Counted): TokenUsage => ({
  in: usage.prompt_tokens ?? null,
  cached: usage.prompt_tokens_details?.cached_tokens ?? null,
  out: usage.completion_tokens ?? null,
});

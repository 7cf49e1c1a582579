import type { ChatMessage, Think } from '@coachvisio/engine/ports.ts';
import { boundedFetch } from './bounded-fetch.ts';

export interface ThinkSettings {
  /** Base address, with its version: `https://models.example/v1`. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string;
}

/** Longest reply asked for, in tokens: three spoken sentences take about ninety. */
const replyTokens = 220;

/** Words from any endpoint that speaks OpenAI's chat completions, streamed. */
export function openAiCompatibleThink({ url, key, model }: ThinkSettings): Think {
  // Loaded only where a model is configured: the SDK is a sixth of all the modules a start would read.
  // Retries would come on top of the time the persona may take: the bank answers instead.
  const loading = import('openai').then(({ default: OpenAI }) => new OpenAI({ baseURL: url, apiKey: key ?? 'none', maxRetries: 0, fetch: boundedFetch }));
  return {
    name: model,
    async *stream(messages: readonly ChatMessage[], signal: AbortSignal) {
      const client = await loading;
      const chunks = await client.chat.completions.create({ model, messages: [...messages], stream: true, max_completion_tokens: replyTokens }, { signal });
      let finished = false;
      for await (const chunk of chunks) {
        const choice = chunk.choices[0];
        if (choice?.delta.content) yield choice.delta.content;
        if (choice?.finish_reason) finished = true;
      }
      if (!finished && !signal.aborted) throw new Error('the model broke off in the middle of its answer');
    },
  };
}

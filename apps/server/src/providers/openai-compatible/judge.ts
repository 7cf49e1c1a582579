import type { RaterRefusal } from '@coachvisio/contract/rating.ts';
import type { Judge } from '@coachvisio/engine/ports.ts';
import { z } from 'zod';
import { bounded } from './bounded-fetch.ts';

export interface JudgeSettings {
  /** Base address, with its version: `https://models.example/v1`. */
  readonly url: string;
  readonly key: string | null;
  readonly model: string;
}

/** An answer takes about three hundred tokens; a model that reasons to itself first is counted that as well. */
const answerTokens = 2000;
/** Twice what so many tokens are. Whoever reads the answer looks for JSON anywhere in it, which takes longer the longer it is. */
const longestAnswer = 16_000;

/** What we use of a completion. The library gives on whatever was sent, under types that it does not check. */
const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }), finish_reason: z.string().nullish() }))
    .min(1),
});

const refused = (refusal: string): string => JSON.stringify({ refusal: refusal.slice(0, longestAnswer) } satisfies RaterRefusal);

/** Ratings from any endpoint that speaks OpenAI's chat completions, held to the schema where the endpoint can. */
export function openAiCompatibleJudge({ url, key, model }: JudgeSettings): Judge {
  // Loaded only where a rater is configured. One question is one call: whoever asks knows how many others were left without an answer.
  const loading = import('openai').then(({ default: OpenAI }) => new OpenAI({ baseURL: url, apiKey: key ?? 'none', maxRetries: 0, fetch: bounded() }));
  return {
    name: model,
    async judge(messages, schema, seed, signal) {
      const client = await loading;
      const answer: unknown = await client.chat.completions.create(
        {
          model,
          messages: [...messages],
          seed,
          max_completion_tokens: answerTokens,
          response_format: { type: 'json_schema', json_schema: { name: 'rating', strict: true, schema: { ...schema } } },
        },
        { signal },
      );
      const choice = Completion.safeParse(answer).data?.choices[0];
      // Said without what was sent: it may repeat the transcript.
      if (!choice) throw new Error('the model answered something that is no completion');
      if (choice.message.refusal) return refused(choice.message.refusal);
      return choice.finish_reason === 'content_filter' ? refused('content_filter') : (choice.message.content ?? '').slice(0, longestAnswer);
    },
  };
}

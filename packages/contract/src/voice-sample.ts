import { z } from 'zod';
import { Slug } from './id.ts';
import { Locale } from './locale.ts';
import { route } from './route.ts';

/** A header of every sound that is answered as a file and was not spoken by anybody. Its value is whose voice it is: a `SpeechSource`. */
export const syntheticHeader = 'x-synthetic-speech';

export const voiceSampleRoutes = {
  read: route({
    id: 'readVoiceSample',
    method: 'GET',
    path: '/v1/personas/:slug/voice-sample',
    tag: 'Library',
    summary: 'Hear a persona say its sample sentence, as WAV',
    description:
      'The voice is synthetic: the file says so in its LIST/INFO chunk (`ICMT`), the answer in the header `X-Synthetic-Speech`, whose value is `provider`, or `embedded` for the demonstration voice that comes with the product. `GET /v1/personas` has the words.',
    can: 'public',
    dear: true,
    params: z.object({ slug: Slug }),
    query: z.object({ locale: Locale.default('fr') }),
    body: z.object({}),
    status: 200,
    answer: z.any(),
    file: 'audio/wav',
    problems: ['request.invalid', 'persona.not_found', 'not.found', 'server.unavailable'],
  }),
} as const;

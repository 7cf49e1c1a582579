import OpenAI, { toFile } from 'openai';
import { Clauses } from '@coachvisio/engine/speech/clauses.ts';
import { writeWav } from '@coachvisio/engine/speech/wav.ts';
import { microphoneRate } from '@coachvisio/contract/speech.ts';

/** Straight to the provider, with nothing in between: nothing can be faster. */
export class RawClient {
  readonly #client: OpenAI;
  readonly #messages: { role: 'system' | 'user'; content: string }[];

  /** A prompt as long as the product's. */
  constructor(url: string, said: string) {
    this.#client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0 });
    this.#messages = [
      { role: 'system', content: 'x'.repeat(3500) },
      { role: 'user', content: said },
    ];
  }

  /** Milliseconds from asking to the first word. */
  async firstWord(): Promise<number> {
    const sent = performance.now();
    let first = 0;
    for await (const chunk of await this.#ask()) if (first === 0 && chunk.choices[0]?.delta.content) first = performance.now();
    return first - sent;
  }

  /** Milliseconds from asking to the first sound: the first clause is spoken as soon as it is there. */
  async firstSound(): Promise<number> {
    const sent = performance.now();
    const clauses = new Clauses();
    let sound: Promise<number> | null = null;
    for await (const chunk of await this.#ask()) {
      const [clause] = clauses.push(chunk.choices[0]?.delta.content ?? '');
      if (clause) sound ??= this.#speak(clause.text);
    }
    return (await (sound ?? this.#speak(clauses.end()[0]?.text ?? ''))) - sent;
  }

  /** Milliseconds from the end of what was said to the first sound of an answer, when that end is known at once. */
  async firstSoundAfter(samples: Int16Array): Promise<number> {
    const sent = performance.now();
    const file = await toFile(writeWav({ samples, sampleRate: microphoneRate }), 'said.wav');
    await this.#client.audio.transcriptions.create({ model: 'bench', file, response_format: 'verbose_json' });
    const heard = performance.now();
    return heard - sent + (await this.firstSound());
  }

  #ask() {
    return this.#client.chat.completions.create({ model: 'bench', messages: this.#messages, stream: true });
  }

  async #speak(input: string): Promise<number> {
    const response = await this.#client.audio.speech.create({ model: 'bench', voice: 'bench', input, response_format: 'pcm' });
    let first = 0;
    for await (const piece of response.body ?? []) if (first === 0 && piece.length > 0) first = performance.now();
    return first;
  }
}

declare global {
  /** The engine knows no platform: this is all it needs of the signal that Node and browsers define in full. */
  interface AbortSignal {
    readonly aborted: boolean;
  }
}

/** A message of a chat with a language model. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Words as they come from a language model. Aborting the signal stops the stream and frees what it held. */
export interface Think {
  readonly name: string;
  /** Throws when the model cannot be reached, refuses or breaks off; what was yielded until then stays said. */
  stream(messages: readonly ChatMessage[], signal: AbortSignal): AsyncIterable<string>;
}

/** What a JSON answer must look like, as JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One answer of a language model that rates, as raw text: whoever asks checks it. */
export interface Judge {
  readonly name: string;
  /** The same messages and seed ask the same thing again. Throws when the model cannot be reached; a refusal comes as `{"refusal": …}`. */
  judge(messages: readonly ChatMessage[], schema: JsonSchema, seed: number, signal: AbortSignal): Promise<string>;
}

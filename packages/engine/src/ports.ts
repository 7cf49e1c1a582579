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

/** What a model counted, in its tokens; null where it does not say. */
export interface TokenUsage {
  readonly in: number | null;
  /** Of `in`: read before, and cheaper. */
  readonly cached: number | null;
  readonly out: number | null;
}

/** Words as they come from a language model. Aborting the signal stops the stream and frees what it held. */
export interface Think {
  readonly name: string;
  /** Whoever offers the model, where that has a name of its own. */
  readonly provider?: string;
  /**
   * Throws when the model cannot be reached, refuses or breaks off; what was yielded until then stays said. `onUsage` hears
   * what was counted, if anything was, before the stream ends.
   */
  stream(messages: readonly ChatMessage[], signal: AbortSignal, onUsage?: (usage: TokenUsage) => void): AsyncIterable<string>;
}

/** What a JSON answer must look like, as JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One answer of a language model that rates, as raw text: whoever asks checks it. */
export interface Judge {
  readonly name: string;
  /** The same messages and seed ask the same thing again. Throws when the model cannot be reached; a refusal comes as `{"refusal": …}`. */
  judge(messages: readonly ChatMessage[], schema: JsonSchema, seed: number, signal: AbortSignal): Promise<string>;
}

/** How a persona sounds. */
export interface SpeechManner {
  readonly locale: 'fr' | 'en';
  /** Name of the persona: a provider may have a voice of its own for it. */
  readonly persona: string;
  readonly gender: 'feminine' | 'masculine';
  /** 1 is the ordinary pace. */
  readonly rate: number;
  /** Semitones above or below the ordinary pitch of the voice. */
  readonly pitch: number;
}

/** Sound as it comes, and, where the voice knows them, the sounds and words in it. Times in milliseconds from the start of the text. */
export type SpeechPiece =
  | { readonly type: 'sound'; readonly samples: Int16Array; readonly sampleRate: number }
  /** `phoneme` in IPA. */
  | { readonly type: 'phoneme'; readonly at: number; readonly phoneme: string }
  /** Characters of the text. */
  | { readonly type: 'word'; readonly at: number; readonly from: number; readonly to: number };

/** Speech from text, one sentence or clause a call. Aborting the signal stops it and frees what it held. */
export interface Speak {
  readonly name: string;
  readonly provider?: string;
  readonly source: 'provider' | 'embedded';
  /**
   * Throws when the voice cannot be reached, refuses or breaks off; what was yielded until then stays said. `onKept` hears,
   * before the first sound, that this was made for somebody before and is only read again: nobody asks money for it twice.
   */
  speak(text: string, manner: SpeechManner, signal: AbortSignal, onKept?: () => void): AsyncIterable<SpeechPiece>;
}

/** What a recogniser understood. */
export interface Heard {
  readonly text: string;
  /** In milliseconds from the start of the sound; null where the recogniser does not say. */
  readonly words: readonly { readonly text: string; readonly at: number; readonly until: number }[] | null;
}

/** Text from speech. */
export interface Hear {
  readonly name: string;
  readonly provider?: string;
  /** Whether hesitations are written down; null where nobody knows. */
  readonly verbatim: boolean | null;
  /** `samples`: 16-bit mono at 16 kHz. `before`: what was said until then, for recognisers that use it. Throws when it cannot be reached. */
  hear(samples: Int16Array, locale: 'fr' | 'en', before: string, signal: AbortSignal): Promise<Heard>;
}

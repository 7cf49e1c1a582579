/** The part of espeak-ng's bindings that is used here; their package brings no types. */
export interface EspeakEvent {
  readonly type: 'sentence' | 'word' | 'phoneme' | 'end' | 'mark' | 'play' | 'samplerate' | 'msg_terminated' | 'list_terminated';
  /** Counted in characters from 1. */
  readonly text_position: number;
  /** In milliseconds. */
  readonly audio_position: number;
  readonly id?: string | number;
}

export interface EspeakVoice {
  set_voice(name: string): number;
  /** Words a minute. */
  set_rate(rate: number): void;
  /** 0 to 99. */
  set_pitch(pitch: number): void;
  /** 0 to 99. */
  set_range(range: number): void;
  get_samplerate(): number;
  /** Blocks until all is said. `onSound` may stop it by giving back true. */
  synthesize(text: string, onSound: (samples: Int16Array, events: readonly EspeakEvent[]) => boolean): void;
}

interface Bindings {
  readonly default: (options: { readonly getPreloadedPackage: () => ArrayBuffer }) => Promise<{ readonly eSpeakNGWorker: new () => EspeakVoice }>;
}

const areBindings = (module: unknown): module is Bindings =>
  typeof module === 'object' && module !== null && 'default' in module && typeof module.default === 'function';

export async function loadEspeakNg(): Promise<Bindings['default']> {
  const module: unknown = await import(import.meta.resolve('@echogarden/espeak-ng-emscripten'));
  if (!areBindings(module)) throw new Error('@echogarden/espeak-ng-emscripten is not what it was');
  return module.default;
}

import { SpeechSource } from '@coachvisio/contract/speech.ts';
import { syntheticHeader } from '@coachvisio/contract/voice-sample.ts';
import { speakByBrowser } from '../../kit/voice/browser-voice.ts';

/** Whose voice is heard. */
export type SampleSource = SpeechSource | 'browser';

export type SampleState =
  | { readonly is: 'quiet'; readonly source: SampleSource | null }
  | { readonly is: 'coming' }
  | { readonly is: 'playing'; readonly source: SampleSource }
  | { readonly is: 'failed' };

/** Says the sample once: tells when it begins, settles when it was heard to its end or was stopped, throws when nothing comes. */
export type SaySample = (onBegan: (source: SampleSource) => void, stopped: AbortSignal) => Promise<void>;

/** One sample at a time: begun, stopped, begun again by whoever wants to know how a persona sounds. */
export class SamplePlayer {
  readonly #listeners = new Set<() => void>();
  #state: SampleState = { is: 'quiet', source: null };
  #stop = new AbortController();

  readonly state = (): SampleState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  play(say: SaySample): void {
    this.#stop.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.#tell({ is: 'coming' });
    const unlessStopped = (state: SampleState) => !stop.signal.aborted && this.#tell(state);
    say((source) => unlessStopped({ is: 'playing', source }), stop.signal).then(
      () => unlessStopped({ is: 'quiet', source: this.#source }),
      () => unlessStopped({ is: 'failed' }),
    );
  }

  readonly stop = (): void => {
    this.#stop.abort();
    if (this.#state.is === 'coming' || this.#state.is === 'playing') this.#tell({ is: 'quiet', source: this.#source });
  };

  get #source(): SampleSource | null {
    return this.#state.is === 'playing' ? this.#state.source : null;
  }

  #tell(state: SampleState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** As the server makes it. To be called from a click or a key, which is what lets a browser play. */
export const serverSample =
  (address: string): SaySample =>
  async (onBegan, stopped) => {
    const context = new AudioContext();
    try {
      const answer = await fetch(address, { signal: stopped });
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      const source = SpeechSource.parse(answer.headers.get(syntheticHeader));
      const sound = context.createBufferSource();
      sound.buffer = await context.decodeAudioData(await answer.arrayBuffer());
      sound.connect(context.destination);
      await context.resume();
      if (stopped.aborted) return;
      const over = new Promise((resolve) => {
        sound.addEventListener('ended', resolve);
        stopped.addEventListener('abort', resolve);
      });
      sound.start();
      onBegan(source);
      await over;
    } finally {
      await context.close();
    }
  };

/** By a voice of this browser. */
export const browserSample =
  (text: string, language: string, voice: string): SaySample =>
  (onBegan, stopped) =>
    new Promise((resolve, reject) => {
      const cancel = speakByBrowser(
        { text, language, voice },
        {
          onBegan: () => onBegan('browser'),
          onEnded: (whole) => (whole || stopped.aborted ? resolve() : reject(new Error('the browser did not speak'))),
        },
      );
      stopped.addEventListener('abort', cancel);
    });

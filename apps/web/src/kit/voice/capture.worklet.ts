import { type FeedOrder, MicrophoneFeed } from './microphone-feed.ts';

/** The scope of a worklet, as far as it is used here: TypeScript's DOM describes the page's side only. */
declare const sampleRate: number;
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(
  name: string,
  processor: new (options: { readonly processorOptions: { readonly noisyRoom: boolean } }) => AudioWorkletProcessor & {
    process(inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean;
  },
): void;

/**
 * A context that puts out nothing but zeros for 30 s is taken off the sound device by Chromium and driven by an ordinary timer,
 * which on a busy machine loses sound of the microphone. This is -180 dB: nobody hears it, no converter gives it out.
 */
const awake = 1e-9;

registerProcessor(
  'microphone',
  class extends AudioWorkletProcessor {
    readonly #feed: MicrophoneFeed;
    #runs = true;

    constructor(options: { readonly processorOptions: { readonly noisyRoom: boolean } }) {
      super();
      this.#feed = new MicrophoneFeed(sampleRate, options.processorOptions.noisyRoom);
      this.port.addEventListener('message', ({ data }: MessageEvent<FeedOrder>) => {
        if (data === 'stop') this.#runs = false;
        else this.#feed.follow(data);
      });
      this.port.start();
    }

    process([input]: readonly (readonly Float32Array[])[], [output]: readonly (readonly Float32Array[])[]): boolean {
      output?.[0]?.fill(awake);
      const channel = input?.[0];
      // No channel: the microphone is not connected yet, or its track is muted.
      if (channel) for (const packet of this.#feed.push(channel)) this.port.postMessage(packet, [packet.samples.buffer]);
      return this.#runs;
    }
  },
);

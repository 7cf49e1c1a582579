import { type FeedOrder, type HeardPacket, MicrophoneFeed } from './microphone-feed.ts';
import { awake } from './sound-gate.ts';

/** The scope of a worklet, as far as it is used here: TypeScript's DOM describes the page's side only. */
declare const sampleRate: number;
declare const currentTime: number;
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(
  name: string,
  processor: new (options: { readonly processorOptions: { readonly noisyRoom: boolean } }) => AudioWorkletProcessor & {
    process(inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean;
  },
): void;

registerProcessor(
  'microphone',
  class extends AudioWorkletProcessor {
    readonly #feed: MicrophoneFeed;
    #runs = true;
    /** Where the persona's sound is stopped, by the shortest way: the page may be busy. */
    #gate: MessagePort | null = null;
    #guards = false;

    constructor(options: { readonly processorOptions: { readonly noisyRoom: boolean } }) {
      super();
      this.#feed = new MicrophoneFeed(sampleRate, options.processorOptions.noisyRoom);
      this.port.addEventListener('message', ({ data }: MessageEvent<FeedOrder>) => {
        if (data === 'stop') this.#runs = false;
        else if (data instanceof MessagePort) this.#gate = data;
        else if (data !== 'turn over' && 'guards' in data) this.#guards = data.guards;
        else this.#feed.follow(data);
      });
      this.port.start();
    }

    process([input]: readonly (readonly Float32Array[])[], [output]: readonly (readonly Float32Array[])[]): boolean {
      // As the persona's sound does: driven by an ordinary timer, a busy machine would lose sound of the microphone.
      output?.[0]?.fill(awake);
      const channel = input?.[0];
      // No channel: the microphone is not connected yet, or its track is muted.
      if (channel) for (const packet of this.#feed.push(channel)) this.#give({ ...packet, heardAt: currentTime });
      return this.#runs;
    }

    #give(packet: HeardPacket): void {
      if (this.#guards && packet.events.some(({ type }) => type === 'began')) this.#gate?.postMessage('began');
      this.port.postMessage(packet, [packet.samples.buffer]);
    }
  },
);

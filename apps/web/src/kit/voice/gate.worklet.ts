import { SoundGate } from './sound-gate.ts';

/** The scope of a worklet, as far as it is used here: TypeScript's DOM describes the page's side only. */
declare const sampleRate: number;
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(
  name: string,
  processor: new () => AudioWorkletProcessor & {
    process(inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean;
  },
): void;

registerProcessor(
  'gate',
  class extends AudioWorkletProcessor {
    readonly #gate = new SoundGate(sampleRate);
    #runs = true;

    constructor() {
      super();
      this.port.addEventListener('message', ({ data }: MessageEvent<GateOrder>) => {
        if (data === 'open') this.#gate.open();
        else if (data === 'stop') this.#runs = false;
        else this.#listenTo(data);
      });
      this.port.start();
    }

    /** The microphone's thread says when a voice begins, and asks nobody. */
    #listenTo(ear: MessagePort): void {
      ear.addEventListener('message', () => this.#gate.close());
      ear.start();
    }

    process([input]: readonly (readonly Float32Array[])[], [output]: readonly (readonly Float32Array[])[]): boolean {
      if (output?.[0]) this.#gate.pass(input?.[0], output[0]);
      return this.#runs;
    }
  },
);

/** What the page tells the gate; a port is where a microphone says that a voice began. */
export type GateOrder = 'open' | 'stop' | MessagePort;

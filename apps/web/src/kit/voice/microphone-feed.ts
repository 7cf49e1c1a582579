import { microphoneRate, packetMs } from './microphone-format.ts';
import { Resampler } from './resampler.ts';
import { VoiceDetector, type VoiceEvent } from './voice-detector.ts';

/** 20 ms of the microphone as they go on the wire. */
export interface Packet {
  /** Counted from 0: the packet begins `number` times 20 ms after the first sample. */
  readonly number: number;
  readonly samples: Int16Array<ArrayBuffer>;
  /** In dB of full scale. */
  readonly level: number;
  /** What the voice was found to do once this packet was heard; some of it began in packets before. */
  readonly events: readonly VoiceEvent[];
  /** How long it lay before the page got to it, in milliseconds. */
  readonly lateMs?: number;
}

/** As the sound thread gives it: with the moment on the clock of the context. */
export interface HeardPacket extends Packet {
  readonly heardAt: number;
}

/** What the page tells the worklet. */
export type FeedOrder =
  | { readonly noisyRoom: boolean }
  /** Whether a voice that begins closes the gate. */
  | { readonly guards: boolean }
  /** The way to the gate. */
  | MessagePort
  | 'turn over'
  | 'stop';

const packetSamples = (microphoneRate * packetMs) / 1000;

/** Makes packets of a microphone at any rate, and listens to them. */
export class MicrophoneFeed {
  readonly #resampler: Resampler;
  readonly #detector: VoiceDetector;
  readonly #waiting = new Float32Array(packetSamples);
  #filled = 0;
  #number = 0;

  constructor(rate: number, noisyRoom: boolean) {
    this.#resampler = new Resampler(rate, microphoneRate);
    this.#detector = new VoiceDetector(noisyRoom);
  }

  push(block: Float32Array): Packet[] {
    const packets: Packet[] = [];
    const sound = this.#resampler.push(block);
    for (let from = 0; from < sound.length;) {
      const piece = sound.subarray(from, from + packetSamples - this.#filled);
      this.#waiting.set(piece, this.#filled);
      this.#filled += piece.length;
      from += piece.length;
      if (this.#filled === packetSamples) packets.push(this.#packet());
    }
    return packets;
  }

  follow(order: { readonly noisyRoom: boolean } | 'turn over'): void {
    if (order === 'turn over') this.#detector.turnOver();
    else this.#detector.noisyRoom = order.noisyRoom;
  }

  #packet(): Packet {
    const samples = Int16Array.from(this.#waiting, (sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))));
    const events = this.#detector.push(this.#waiting);
    this.#filled = 0;
    this.#number += 1;
    return { number: this.#number - 1, samples, level: this.#detector.level, events };
  }
}

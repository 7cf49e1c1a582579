import { microphonePacketMs, microphoneRate } from '@coachvisio/contract/speech.ts';
import { type Clip, roomNoise } from './clips.ts';

export const packetSamples = (microphoneRate * microphonePacketMs) / 1000;
const samplesPerMs = microphoneRate / 1000;

/** A microphone in a quiet room: a packet every 20 ms, in real time, each when its last sample was heard. */
export class Microphone {
  readonly #onPacket: (samples: Int16Array) => void;
  readonly #startedAt = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #packets = 0;
  #clip: { readonly samples: Int16Array; readonly at: number } | null = null;

  constructor(onPacket: (samples: Int16Array) => void) {
    this.#onPacket = onPacket;
    this.#wait();
  }

  /** Somebody says this, from now on. When its voice begins and ends, on the clock of `performance.now()`. */
  hear(clip: Clip): { readonly beginsAt: number; readonly endsAt: number } {
    // Not always at the beginning of a packet.
    const at = this.#packets * packetSamples + Math.floor(Math.random() * packetSamples);
    this.#clip = { samples: clip.samples, at };
    const timeOf = (sample: number): number => this.#startedAt + (at + sample) / samplesPerMs;
    return { beginsAt: timeOf(clip.voiceFrom), endsAt: timeOf(clip.voiceTo) };
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    const due = this.#startedAt + (this.#packets + 1) * microphonePacketMs;
    this.#timer = setTimeout(() => this.#give(), Math.max(0, due - performance.now()));
  }

  #give(): void {
    const from = this.#packets * packetSamples;
    const packet = Int16Array.from({ length: packetSamples }, (_, n) => this.#clip?.samples[from + n - this.#clip.at] ?? roomNoise());
    this.#packets += 1;
    this.#onPacket(packet);
    this.#wait();
  }
}

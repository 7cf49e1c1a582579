/** Below this a sample is silence: espeak-ng's own rests are 0, its breath is over 200. */
const threshold = 120;
/** Silence that is left before the first sound and after the last one. */
const leadMs = 12;
const tailMs = 55;
/** The first and last samples rise and fall over this time: a step would be heard as a click. */
const riseMs = 4;
/** From this share of full scale on, peaks are bent instead of cut off. */
const knee = 0.72;
const ceiling = 0.96;

const loud = (sample: number): boolean => sample > threshold || sample < -threshold;

/** Takes the silence off the ends of sound that comes in pieces, and brings it to its level. */
export class Edges {
  readonly #gain: number;
  readonly #perMs: number;
  /** What may turn out to be the end: silence, and at least the samples that are to fall. */
  #held = new Int16Array(0);
  #begun = false;
  /** How much of the beginning was left out, in milliseconds. */
  cutMs = 0;
  /** Sound that was given out, in milliseconds. */
  givenMs = 0;

  constructor(gain: number, sampleRate: number) {
    this.#gain = gain;
    this.#perMs = sampleRate / 1000;
  }

  get begun(): boolean {
    return this.#begun;
  }

  /** Gives back what can be played by now. */
  push(samples: Int16Array): Int16Array<ArrayBuffer> | null {
    const all = new Int16Array(this.#held.length + samples.length);
    all.set(this.#held);
    all.set(samples, this.#held.length);
    const last = all.findLastIndex(loud);
    let from = 0;
    if (!this.#begun) {
      const first = last === -1 ? all.length : all.findIndex(loud);
      from = Math.max(0, first - Math.round(leadMs * this.#perMs));
      this.cutMs += from / this.#perMs;
    }
    const until = Math.max(from, Math.min(last + 1, all.length - Math.round(riseMs * this.#perMs)));
    this.#held = all.slice(until);
    return until > from ? this.#give(all.slice(from, until)) : null;
  }

  /** No more sound comes: gives back the end. */
  end(): Int16Array<ArrayBuffer> | null {
    if (!this.#begun && !this.#held.some(loud)) return null;
    const tail = this.#held.slice(0, Math.round(tailMs * this.#perMs));
    const fall = Math.min(tail.length, Math.round(riseMs * this.#perMs));
    for (let index = 0; index < fall; index += 1) tail[tail.length - 1 - index] = Math.round(((tail[tail.length - 1 - index] ?? 0) * index) / fall);
    return tail.length === 0 ? null : this.#give(tail);
  }

  #give(samples: Int16Array<ArrayBuffer>): Int16Array<ArrayBuffer> {
    if (!this.#begun) {
      const rise = Math.min(samples.length, Math.round(riseMs * this.#perMs));
      for (let index = 0; index < rise; index += 1) samples[index] = Math.round(((samples[index] ?? 0) * index) / rise);
      this.#begun = true;
    }
    for (let index = 0; index < samples.length; index += 1) samples[index] = atLevel((samples[index] ?? 0) * this.#gain);
    this.givenMs += samples.length / this.#perMs;
    return samples;
  }
}

function atLevel(sample: number): number {
  const size = Math.abs(sample) / 32768;
  if (size <= knee) return Math.round(sample);
  return Math.round(Math.sign(sample) * 32768 * (knee + (ceiling - knee) * Math.tanh((size - knee) / (ceiling - knee))));
}

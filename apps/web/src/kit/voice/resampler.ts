/** Damps what would fold back by 80 dB. */
const kaiserBeta = 7.9;
/** Transition band, as a share of the lower of the two rates: at 16 kHz what is below 6.9 kHz passes whole. */
const transition = 0.07;

/**
 * Takes a stream from one sample rate to another through a windowed-sinc low-pass, one phase of it for each place that an
 * output sample can have between two input samples. The phase is kept across blocks as an integer, so that 44 100 to 16 000
 * (441 to 160) neither drifts nor clicks, whatever the blocks are.
 */
export class Resampler {
  readonly #up: number;
  readonly #down: number;
  readonly #taps: number;
  /** Phase after phase, `taps` each, the oldest sample first. */
  readonly #kernel: Float32Array;
  #held: Float32Array;
  #length: number;
  /** Where the next output sample stands, in 1/up of an input sample from the first one held. */
  #next: number;

  constructor(from: number, to: number) {
    const common = divisor(from, to);
    this.#up = to / common;
    this.#down = from / common;
    const narrowed = Math.min(1, to / from);
    // Kaiser's formula for 80 dB and this transition; even, so that half lies on either side.
    this.#taps = from === to ? 1 : 2 * Math.ceil(72 / (2.285 * 2 * Math.PI * transition * narrowed) / 2);
    this.#kernel = from === to ? Float32Array.of(1) : kernelOf(this.#up, this.#taps, (0.5 - transition / 2) * narrowed);
    this.#held = new Float32Array(this.#taps + 4096);
    // Silence before the first sample, so that output begins with input: the delay of the filter is taken off.
    this.#length = this.#taps >> 1;
    this.#next = 0;
  }

  push(input: Float32Array): Float32Array<ArrayBuffer> {
    this.#hold(input);
    const taps = this.#taps;
    const last = (this.#length - taps) * this.#up;
    const count = last < this.#next ? 0 : Math.floor((last - this.#next) / this.#down) + 1;
    const output = new Float32Array(count);
    for (let index = 0; index < count; index += 1) {
      const at = Math.floor(this.#next / this.#up);
      const phase = (this.#next - at * this.#up) * taps;
      let sum = 0;
      for (let tap = 0; tap < taps; tap += 1) sum += (this.#kernel[phase + tap] ?? 0) * (this.#held[at + tap] ?? 0);
      output[index] = sum;
      this.#next += this.#down;
    }
    this.#drop(Math.min(this.#length, Math.floor(this.#next / this.#up)));
    return output;
  }

  /** What the filter still holds back; the stream is over. */
  end(): Float32Array<ArrayBuffer> {
    return this.push(new Float32Array(this.#taps >> 1));
  }

  #hold(input: Float32Array): void {
    if (this.#length + input.length > this.#held.length) {
      const grown = new Float32Array(this.#length + input.length + 4096);
      grown.set(this.#held.subarray(0, this.#length));
      this.#held = grown;
    }
    this.#held.set(input, this.#length);
    this.#length += input.length;
  }

  #drop(count: number): void {
    this.#held.copyWithin(0, count, this.#length);
    this.#length -= count;
    this.#next -= count * this.#up;
  }
}

/** `cutoff` in cycles per input sample. Each phase passes a constant unchanged. */
function kernelOf(up: number, taps: number, cutoff: number): Float32Array {
  const kernel = new Float32Array(up * taps);
  const half = taps / 2;
  for (let phase = 0; phase < up; phase += 1) {
    let sum = 0;
    const row = kernel.subarray(phase * taps, (phase + 1) * taps);
    for (let tap = 0; tap < taps; tap += 1) {
      const from = tap - half - phase / up;
      const sinc = from === 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * from) / (Math.PI * from);
      row[tap] = sinc * bessel(kaiserBeta * Math.sqrt(Math.max(0, 1 - (from / half) ** 2)));
      sum += row[tap] ?? 0;
    }
    for (let tap = 0; tap < taps; tap += 1) row[tap] = (row[tap] ?? 0) / sum;
  }
  return kernel;
}

/** The modified Bessel function of order 0, on which the Kaiser window is built. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-9; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

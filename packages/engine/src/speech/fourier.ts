/** The power spectrum of real signals of one length, a power of two (Cooley and Tukey, 1965). */
export class PowerSpectrum {
  readonly size: number;
  readonly #re: Float64Array;
  readonly #im: Float64Array;
  readonly #cos: Float64Array;
  readonly #sin: Float64Array;
  /** Where each sample goes when the bits of its index are turned round. */
  readonly #place: Uint32Array;
  readonly #power: Float64Array;

  constructor(size: number) {
    if (size < 2 || (size & (size - 1)) !== 0) throw new RangeError('the size must be a power of two');
    this.size = size;
    this.#re = new Float64Array(size);
    this.#im = new Float64Array(size);
    this.#cos = Float64Array.from({ length: size / 2 }, (_, index) => Math.cos((2 * Math.PI * index) / size));
    this.#sin = Float64Array.from({ length: size / 2 }, (_, index) => -Math.sin((2 * Math.PI * index) / size));
    const bits = Math.log2(size);
    this.#place = Uint32Array.from({ length: size }, (_, index) => {
      let turned = 0;
      for (let bit = 0; bit < bits; bit += 1) turned |= ((index >> bit) & 1) << (bits - 1 - bit);
      return turned;
    });
    this.#power = new Float64Array(size / 2 + 1);
  }

  /** Of a signal that is padded with zeros. What is given back is written over by the next call. */
  of(signal: Float64Array): Float64Array {
    const re = this.#re;
    const im = this.#im.fill(0);
    for (let index = 0; index < this.size; index += 1) re[this.#place[index] ?? 0] = signal[index] ?? 0;
    for (let half = 1; half < this.size; half *= 2) this.#combine(re, im, half);
    for (let bin = 0; bin < this.#power.length; bin += 1) this.#power[bin] = (re[bin] ?? 0) ** 2 + (im[bin] ?? 0) ** 2;
    return this.#power;
  }

  #combine(re: Float64Array, im: Float64Array, half: number): void {
    const step = this.size / (2 * half);
    for (let start = 0; start < this.size; start += 2 * half) {
      for (let offset = 0; offset < half; offset += 1) {
        const cos = this.#cos[offset * step] ?? 0;
        const sin = this.#sin[offset * step] ?? 0;
        const low = start + offset;
        const high = low + half;
        const a = re[high] ?? 0;
        const b = im[high] ?? 0;
        const turnedRe = a * cos - b * sin;
        const turnedIm = a * sin + b * cos;
        re[high] = (re[low] ?? 0) - turnedRe;
        im[high] = (im[low] ?? 0) - turnedIm;
        re[low] = (re[low] ?? 0) + turnedRe;
        im[low] = (im[low] ?? 0) + turnedIm;
      }
    }
  }
}

/**
 * Chromium takes a context that puts out nothing but zeros for 30 s off the sound device, and the next sound waits until the
 * device runs again: it would be cut at its beginning. This is -180 dB: nobody hears it, no converter gives it out.
 */
export const awake = 1e-9;

const fadeSeconds = 0.008;

/** A door in the way of the persona's sound, on the sound thread: closed within 8 ms, whatever the page is busy with. */
export class SoundGate {
  readonly #step: number;
  #open = true;
  #gain = 1;

  constructor(rate: number) {
    this.#step = 1 / (fadeSeconds * rate);
  }

  close(): void {
    this.#open = false;
  }

  open(): void {
    this.#open = true;
  }

  /** One block; no input is silence. */
  pass(input: Float32Array | undefined, output: Float32Array): void {
    for (let index = 0; index < output.length; index += 1) {
      this.#gain = this.#open ? Math.min(1, this.#gain + this.#step) : Math.max(0, this.#gain - this.#step);
      output[index] = (input?.[index] ?? 0) * this.#gain + awake;
    }
  }
}

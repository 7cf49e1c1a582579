const bits = 10;
const size = 1 << bits;

/** Sines and the order of a transform of {@link size} points, made once. */
const cosines = Float64Array.from({ length: size / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / size));
const sines = Float64Array.from({ length: size / 2 }, (_, k) => Math.sin((2 * Math.PI * k) / size));
const order = Uint16Array.from({ length: size }, (_, index) => {
  let turned = 0;
  for (let bit = 0; bit < bits; bit += 1) turned |= ((index >> bit) & 1) << (bits - 1 - bit);
  return turned;
});

export const spectrumSize = size;

/**
 * Fourier transform in place; radix 2, since 100 frames a second of 1024 points are nothing to hurry for. The sign does not
 * matter to who looks at powers, nor to the way back of an even spectrum.
 */
export function transform(re: Float64Array, im: Float64Array): void {
  for (let index = 0; index < size; index += 1) {
    const other = order[index] ?? 0;
    if (other <= index) continue;
    swap(re, index, other);
    swap(im, index, other);
  }
  for (let span = 1; span < size; span *= 2) {
    const stride = size / (2 * span);
    for (let start = 0; start < size; start += 2 * span) {
      for (let k = 0; k < span; k += 1) {
        const upper = start + k;
        const lower = upper + span;
        const cosine = cosines[k * stride] ?? 0;
        const sine = sines[k * stride] ?? 0;
        const x = re[lower] ?? 0;
        const y = im[lower] ?? 0;
        const turnedRe = x * cosine + y * sine;
        const turnedIm = y * cosine - x * sine;
        const upperRe = re[upper] ?? 0;
        const upperIm = im[upper] ?? 0;
        re[lower] = upperRe - turnedRe;
        im[lower] = upperIm - turnedIm;
        re[upper] = upperRe + turnedRe;
        im[upper] = upperIm + turnedIm;
      }
    }
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const held = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = held;
}
